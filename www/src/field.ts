// A question on the screen: caption, hint, control and message.

import type { FieldInfo, Issue } from 'interchange-web';
import { fill, h, prose, uid, type Child } from './dom.js';
import { controlFor, type Control } from './controls.js';
import { icon } from './icons.js';
import { labelOf } from './words.js';
import type { Question } from './fields.js';

/** A question on the screen. */
export interface Field extends Omit<Control, 'mark' | 'labelled'> {
  readonly key: string;
  readonly question: Question;
  /** The same for questions that are shown the same way, so that a field can stay when others come and go. */
  readonly signature: string;
  /** Shows a message, or none. */
  show(issue: Issue | undefined): void;
}

/** What makes a field another one. */
export function signatureOf(question: Question): string {
  return JSON.stringify(question);
}

/** Puts a question on the screen. What may be left out is marked, unless all of it may. */
export function fieldFor(question: Question, isMarked = !question.isRequired): Field {
  const { key, info } = question;
  const captionId = uid('caption');
  const hintId = uid('hint');
  const messageId = uid('message');
  const hint = hintOf(info);
  const describedBy = hint ? `${hintId} ${messageId}` : messageId;
  const { mark, labelled, ...control } = controlFor(question, { describedBy, captionId });
  const words = [labelOf(key), isMarked && [' ', h('span', { class: 'optional' }, 'optional')]];
  const caption = labelled
    ? h('label', { class: 'caption', id: captionId, for: labelled }, words)
    : h('span', { class: 'caption', id: captionId }, words);
  const message = h('p', { class: 'message', id: messageId, 'aria-live': 'polite' });
  const isCheck = info.kind === 'boolean';
  const element = h(
    'div',
    { class: isCheck ? 'field check' : 'field', 'data-field': key },
    isCheck ? [control.element, caption] : caption,
    hint && h('p', { class: 'hint', id: hintId }, hint),
    !isCheck && control.element,
    message,
  );
  const show = (issue: Issue | undefined): void => {
    const isError = issue?.severity === 'error';
    if (message.textContent === (issue?.message ?? '') && element.classList.contains('wrong') === isError) return;
    element.classList.toggle('wrong', isError);
    element.classList.toggle('doubtful', issue?.severity === 'warning');
    mark(isError);
    fill(message, issue && [icon('alert'), h('span', null, issue.message)]);
  };
  return { ...control, element, key, question, signature: signatureOf(question), show };
}

function hintOf(info: FieldInfo): Child {
  const parts = [info.doc, boundsOf(info), info.kind === 'list' && 'Separate several by commas'].filter(Boolean);
  return parts.length > 0 && prose(`${parts.join('. ')}.`);
}

function boundsOf({ kind, minLength = 0, maxLength, secret, format }: FieldInfo): string | false {
  if (secret || format || kind === 'list' || maxLength === undefined) return false;
  return minLength > 0 ? `${minLength} to ${maxLength} characters` : `At most ${maxLength} characters`;
}
