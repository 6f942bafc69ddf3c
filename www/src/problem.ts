// Errors in plain words, each of the package's five kinds in its own.

import {
  AbandonedError,
  InvalidInputError,
  MalformedError,
  RefusedError,
  UnreachableError,
  isInterchangeError,
} from 'interchange-web';
import { h, type Child } from './dom.js';
import { icon } from './icons.js';

interface Options {
  /** What tries again. */
  retry?: () => void;
  /** What may be done instead. */
  also?: Child;
}

/** A notice about an error. It is an alert: screen readers read it at once. */
export function problem(error: unknown, { retry, also }: Options = {}): HTMLElement {
  const canRetry = retry && mayRetry(error);
  const actions = [
    canRetry &&
      h('button', { type: 'button', class: 'button secondary', on: { click: retry } }, icon('refresh'), 'Try again'),
    also,
  ].filter(Boolean);
  return h(
    'div',
    { class: 'notice bad', role: 'alert', tabindex: '-1' },
    icon('alert'),
    h(
      'div',
      null,
      h('p', { class: 'notice-title' }, title(error)),
      h('p', null, message(error)),
      small(error),
      actions.length > 0 && h('div', { class: 'actions' }, actions),
    ),
  );
}

/** Whether the error only says that the view was left. */
export function isAborted(error: unknown): boolean {
  return error instanceof AbandonedError && error.reason === 'aborted';
}

function mayRetry(error: unknown): boolean {
  if (error instanceof RefusedError || error instanceof InvalidInputError) return error.retryable;
  return true;
}

function title(error: unknown): string {
  if (error instanceof RefusedError) return refusal(error);
  if (error instanceof InvalidInputError) return 'This cannot be sent as it is';
  if (error instanceof UnreachableError) return 'No answer came';
  if (error instanceof AbandonedError)
    return error.reason === 'timeout' ? 'The answer took too long' : 'The request was given up';
  if (error instanceof MalformedError) return 'The answer could not be understood';
  return 'Something went wrong in this page';
}

function refusal({ status }: RefusedError): string {
  if (status === 401) return 'The service does not accept the token';
  if (status === 403) return 'The token does not allow this';
  if (status === 404) return 'The service does not know this';
  if (status === 409) return 'This conflicts with what is there';
  if (status === 429) return 'Too many requests in a short time';
  return status >= 500 ? 'The service has a problem' : 'The service refused this';
}

function message(error: unknown): string {
  // What the service says is a sentence of its own, without the name of the operation around it.
  if (error instanceof RefusedError && error.issues.length > 0)
    return error.issues.map((issue) => issue.message).join(' ');
  if (error instanceof RefusedError && error.serviceMessage) return error.serviceMessage;
  if (isInterchangeError(error)) return error.message;
  return error instanceof Error ? error.message : String(error);
}

function small(error: unknown): Child {
  if (!(error instanceof RefusedError)) return null;
  const { status, code, requestId, retryAfter } = error;
  const parts = [
    `Status ${status}${code ? ` (${code})` : ''}`,
    retryAfter !== undefined && `try again in ${retryAfter} s`,
    requestId && `request ${requestId}`,
  ];
  return h('p', { class: 'small' }, parts.filter(Boolean).join(' · '));
}
