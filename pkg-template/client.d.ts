// The client and what belongs to its calls, kept by hand.

import type { InterchangeError } from './index.js';
import type { DocumentedNames, OperationId, Operations, Resources } from './operations.js';
import type { BrowseProducts, CallOptions, ClientOptions, Task } from './types.js';

/**
 * A long list. Beside the items themselves it may be the text of a JSON array, its bytes in UTF-8, or a file that holds it: it is
 * checked as it is and passed on as it is, which is many times faster than objects are. Or it is what a bulk job of this
 * package has made. A `Blob` or `File` can be read only by a call; leave bytes unchanged until the call has ended.
 */
export type Bulk<Item> = Item[] | string | Uint8Array | ArrayBuffer | Blob | CheckedList<Item>;

/** A list that has been checked: its items as JSON. */
export interface CheckedList<Item> {
  readonly length: number;
  toJSON(): Item[];
}

/** An operation by its id, such as `createPropertyList`, or by the documented name, such as `create_property_list`. */
export type OperationName = OperationId | keyof DocumentedNames;

/** The id that stands behind a name. */
export type IdOf<Name extends OperationName> = Name extends keyof DocumentedNames
  ? DocumentedNames[Name]
  : Name extends OperationId
    ? Name
    : never;

/** What an operation takes. */
export type InputOf<Name extends OperationName> = Operations[IdOf<Name>]['input'];

/** What a call of an operation resolves to. */
export type OutputOf<Name extends OperationName> = Operations[IdOf<Name>]['output'];

/** What a list operation lists. */
export type ItemOf<Name extends OperationName> = Operations[IdOf<Name>] extends { item: infer Item } ? Item : never;

/** What a call comes to: a promise of the payload; of a list operation, every page besides. */
export type AnswerOf<Name extends OperationName> = Operations[IdOf<Name>] extends { item: infer Item }
  ? Paged<OutputOf<Name>, Item, InputOf<Name>>
  : Promise<OutputOf<Name>>;

/**
 * The answer of a list operation. Awaited, it is the first page, as the API returns it. In `for await` it is every item of every
 * page; a page is asked for when the ones before it have been read. A list that does not end is a {@link MalformedError} after
 * 10,000 pages, or as soon as the service comes back to a page that has been read.
 *
 * The products of a discovery come in groups: a group with more products than a page holds comes again with the following
 * ones.
 */
export interface Paged<Output, Item, Input> extends Promise<Output>, AsyncIterable<Item> {
  /** The pages one by one. */
  pages(): AsyncGenerator<Page<Output, Item, Input>, void, void>;
}

/** A page of a list. */
export interface Page<Output, Item, Input> {
  readonly items: Item[];
  /** The page as the API returns it. */
  readonly answer: Output;
  /** The input of the next page: keep it to go on from there later. Undefined after the last page. */
  readonly next?: Input;
}

/** The client. Needs `await init()` first. */
export declare class Interchange {
  /** Throws an {@link InvalidInputError} when an option is wrong. */
  constructor(options?: ClientOptions);
  /** Sends a call and resolves to the payload. */
  call<Name extends OperationName>(operation: Name, input: InputOf<Name>, options?: CallOptions): AnswerOf<Name>;
  /** The same in the structured form of the vendor's documents. */
  call<Name extends OperationName>(call: StructuredCall<Name>, options?: CallOptions): AnswerOf<Name>;
  /**
   * Sends a call again and again until its answer is the one that is waited for, and gives that answer. It asks as often as the
   * service says in `retryAfterSeconds`, or else as the documents pace the operation. Without `until`: a discovery until no
   * agent is pending, a source until it is not `PENDING`, a task until it has ended.
   */
  wait<Name extends OperationName>(
    operation: Name,
    input: InputOf<Name>,
    ...options: IdOf<Name> extends 'browseProducts' | 'getInventorySource' | 'getTask'
      ? [options?: WaitOptions<OutputOf<Name>>]
      : [options: WaitOptions<OutputOf<Name>> & { until: (answer: OutputOf<Name>) => boolean }]
  ): Promise<OutputOf<Name>>;
  /**
   * Sends a list that is longer than one request may hold: `events`, `records`, `measurements`, or the `add` of one audience. All
   * of it is checked before anything is sent; it is cut at the documented limit and sent part by part. Resolves when the service
   * has accepted all of it. When a request fails, the error's `progress` says what became of the items; to go on, call again
   * with `from`. The list is an array, or the members that `hashMembers` has made. With the client's `validation` switched off,
   * it is not checked before.
   */
  sendAll<Name extends PartedOperation>(operation: Name, input: InputOf<Name>, options?: SendAllOptions): Promise<Progress<OutputOf<Name>>>;
}

export interface Interchange extends Resources {}

declare module './operations.js' {
  interface TasksMethods {
    /** Waits until a task has completed, and gives it. A task that failed rejects with a {@link RefusedError}: the task's own. */
    wait(taskId: string, options?: Omit<WaitOptions<Task>, 'until'>): Promise<Task>;
  }
}

/** The operations whose list may be sent in parts. */
export type PartedOperation = PartedId | { [Name in keyof DocumentedNames]: DocumentedNames[Name] extends PartedId ? Name : never }[keyof DocumentedNames];

type PartedId = 'logEvent' | 'syncAudiences' | 'syncMeasurementData' | 'uploadMeasurementRecords' | 'uploadContextRecords';

/** How something is waited for. */
export interface WaitOptions<Answer> extends CallOptions {
  /** Whether an answer is the one that is waited for. */
  until?: (answer: Answer) => boolean;
  /** Told of every answer that is not. */
  onProgress?: (answer: Answer) => void;
  /** Milliseconds after which the waiting is given up as a whole; 0, the default, for never. */
  deadline?: number;
}

/** How a list is sent in parts. */
export interface SendAllOptions extends CallOptions {
  /** The first item to send: `progress.accepted` of an earlier attempt, or beyond what was `unknown`. */
  from?: number;
  /** Told after every part. */
  onProgress?: (progress: { done: number; total: number }) => void;
}

/** What has become of a list that is sent in parts. */
export interface Progress<Output = unknown> {
  /** How many items the list has. */
  readonly total: number;
  /** How many were in requests that the service has accepted, from the first on; see `refused` besides. */
  readonly accepted: number;
  /** How many after these were in the request that failed, when nobody knows whether it took effect. */
  readonly unknown: number;
  /**
   * Items of accepted requests that the service did not take all the same, by their places in the list; `NaN` where it names one
   * that is not there.
   */
  readonly refused: { index: number; id?: string; code?: string; message?: string }[];
  /** What the service said of each part: which items, and its answer. */
  readonly answers: { from: number; count: number; answer: Output }[];
}

/** A call whose fields are sorted by where they travel. */
export interface StructuredCall<Name extends OperationName = OperationName> {
  operation: Name;
  pathParams?: object;
  params?: object;
  body?: object;
}

/** What `onRequest` is told. */
export interface RequestEvent {
  operation: OperationId;
  method: string;
  url: string;
  /** Counted from 1. */
  attempt: number;
}

/** What `onResponse` is told. */
export interface ResponseEvent extends RequestEvent {
  status: number;
  /** In milliseconds, from sending to the end of the answer. */
  duration: number;
}

/** What `onRetry` is told. */
export interface RetryEvent extends RequestEvent {
  /** Milliseconds until the next attempt. */
  readonly wait: number;
  /** Why this one was not enough. */
  readonly error: InterchangeError;
}

