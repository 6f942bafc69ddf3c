/// <reference lib="esnext.disposable" />
// The bulk jobs, kept by hand.

import type { AbandonedError, InvalidInputError } from './index.js';
import type {
  AudienceMember,
  PropertyCheck,
  PropertyIdentifier,
  PropertyIdentifierType,
  PropertyListAnswer,
} from './types.js';

/**
 * Hashes audience members in bulk, for `audiences.sync`: reads objects or a table, brings e-mail addresses and telephone
 * numbers into the documented form, hashes them with SHA-256, and cuts the members into batches. Works in slices, so that the
 * page stays alive.
 *
 * An e-mail address is trimmed and put into lower case, nothing else; a telephone number becomes E.164. A value of 64
 * hexadecimal digits in place of either is taken for its hash. A number that cannot exist is not usable; a zero behind the
 * calling code, as in `+49 0151`, goes, but where it belongs there, as in Italy.
 *
 * `externalId` and universal ids are sent as they are, without white space around them. They must not be an address or a
 * telephone number: what is written as one (`+49151…`, `0049151…`, `0151 2345678`, `(206) 555-1234`, `206-555-1234`) is refused,
 * and so is the number of the row, however it is written. Plain digits and `1234-5678` are ids. A row whose `externalId` is in
 * an earlier row that is sent is a duplicate, whatever else it holds.
 *
 * A row without a usable `externalId` or with no usable identifier is refused; a row of which one identifier is not usable is
 * sent without that one, and listed by `incomplete()`. Text with half a character in it, or with U+FFFD, is not usable.
 *
 * Never throws because of a row. Throws an {@link InvalidInputError} when an option is wrong or a table's columns are not
 * clear, and an {@link AbandonedError} when it is aborted. No error and no reason holds a value of a row; what the WebAssembly
 * has held of addresses and numbers is overwritten.
 *
 * @param rows Objects; or a table, CSV or TSV, whose first row names the columns: as text, bytes in UTF-8, a `Blob` or `File`,
 * or a stream of bytes or text whose chunks end anywhere.
 */
export declare function hashMembers(
  rows: readonly MemberRow[] | string | ArrayBuffer | ArrayBufferView | Blob | ReadableStream<Uint8Array | string>,
  options?: HashMembersOptions,
): Promise<MembersReport>;

/** A person, with at least one identifier. Whole numbers are taken as their digits. */
export interface MemberRow {
  /** Your id of the person, unique in the audience. It is sent as it is, without white space around it. */
  externalId: string | number;
  email?: string | null;
  /** International, with `+` or `00`; or national, with the option `country` or `callingCode`. */
  phone?: string | number | null;
  /** The SHA-256 hash of the address as 64 hexadecimal digits. Beside an address, it must be the hash of it. */
  hashedEmail?: string | null;
  /** The SHA-256 hash of the number as 64 hexadecimal digits. Beside a number, it must be the hash of it. */
  hashedPhone?: string | null;
  /** Universal ids, such as `{ type: 'uid2', value }`. */
  uids?: readonly { type: string; value: string }[] | null;
}

/** Options of {@link hashMembers}. */
export interface HashMembersOptions {
  /**
   * The most members of a batch; 1 to 100,000, by default 10,000. The older documents allow 10,000 in an `add`, the OpenAPI
   * 100,000; a call holds at most 100,000 in all its audiences. One batch for each call keeps all of these.
   */
  batchSize?: number;
  /** The country of national telephone numbers: two letters of ISO 3166, such as `DE`. */
  country?: string;
  /** The calling code of national telephone numbers, such as `49` or `+49`; counts before `country`. */
  callingCode?: string | number;
  /** Which columns of a table hold what, where their names do not tell. */
  columns?: MemberColumns;
  /** Whether text, bytes or a file are read in a worker: in one of its own (`true`), or in yours, which runs `interchange-web/worker`. */
  worker?: boolean | Worker;
  /** Stops the job. */
  signal?: AbortSignal;
  /** Told now and then how far the job is: rows of an array, bytes or UTF-16 units of a table. */
  onProgress?(progress: { done: number; total?: number }): void;
}

/**
 * Columns of a table, by their names or by their places counted from 0. Where all are places, the table has no row of names.
 * The columns that are not told are recognised by their names.
 */
export interface MemberColumns {
  externalId?: string | number;
  email?: string | number;
  phone?: string | number;
  hashedEmail?: string | number;
  hashedPhone?: string | number;
  /** Columns of universal ids, by their types; at most 12. Those that are recognised beyond these are not used. */
  uids?: Record<string, string | number>;
}

/**
 * What {@link hashMembers} resolves to. It may stand where an operation takes `add`; more members than a request may hold are
 * sent batch by batch by `sendAll`.
 */
export interface MembersReport {
  /** How many members there are in all batches. */
  readonly length: number;
  toJSON(): AudienceMember[];
  /** `total` is the sum of `members`, `refused`, `duplicates` and `blank`. */
  readonly summary: {
    readonly total: number;
    /** Rows that are in a batch. */
    readonly members: number;
    readonly refused: number;
    readonly duplicates: number;
    /** Rows of a table in which nothing stands. */
    readonly blank: number;
    /** How many of `members` are sent without a value that is not usable. */
    readonly incomplete: number;
    readonly batches: number;
    /** Columns of a table that were not used. */
    readonly ignoredColumns: number;
  };
  /** The members, each batch for the `add` of an audience in a call of its own. */
  batches(): MembersBatch[];
  /** The rows that are not sent, duplicates among them; by default the first 100. */
  refused(page?: { offset?: number; limit?: number }): RowNote[];
  /** The rows that are sent without some of their values; by default the first 100. */
  incomplete(page?: { offset?: number; limit?: number }): RowNote[];
}

/** Members as JSON: may stand where an operation takes `add`, and is an array of objects to `JSON.stringify`. */
export interface MembersBatch {
  /** How many members it holds. */
  readonly length: number;
  toJSON(): AudienceMember[];
}

/** Why a row or a value is not sent. */
export interface RowReason {
  readonly field: 'row' | 'externalId' | 'email' | 'phone' | 'hashedEmail' | 'hashedPhone' | 'uids';
  readonly code:
    | 'required' | 'wrong_type' | 'not_text' | 'too_long' | 'duplicate' | 'no_identifier' | 'plain_email' | 'plain_phone'
    | 'not_an_email' | 'not_a_phone' | 'calling_code_missing' | 'phone_length' | 'ambiguous_phone' | 'not_a_hash' | 'hash_differs';
  /** A sentence for people, without the value. */
  readonly message: string;
}

/** A row and what is wrong with it; the first reason stands in the note itself. */
export interface RowNote extends RowReason {
  /** Counted from 1, as a spreadsheet does: a row that names the columns is the first. */
  readonly row: number;
  /** Counted from 0, without the row that names the columns: the place in the array. */
  readonly index: number;
  /** The `row` that has the same `externalId`. */
  readonly duplicateOf?: number;
  /** All that is wrong; at most one reason for each field. */
  readonly reasons: RowReason[];
}

/**
 * Reads, normalises and de-duplicates property identifiers, 100,000 and more, in slices that leave the page alive.
 *
 * Text, bytes, files and streams hold one value per line, or rows of CSV or TSV with the type beside the value, in either
 * order and with or without titles; `APPLE_APP_STORE,284882215` and the like are read, too. Empty lines and comments (`#`)
 * count as `blank`. Of a list, each string is such a row, and each object an identifier; a list is never copied to a worker.
 *
 * No entry makes it throw. Throws an {@link InvalidInputError} where an option is wrong, and an {@link AbandonedError} when the
 * signal aborts.
 */
export declare function normalizeIdentifiers(
  input: IdentifierInput,
  options?: NormalizeOptions,
): Promise<IdentifierReport>;

/**
 * Maps what the service answers (to a check, or to creating, updating or reading a property list) back to the lines that the
 * user gave, in slices that leave the page alive. `apple_tv_bundle` is found again as `ios_bundle`, `bundle_id` as what either
 * store calls it; capitals do not count. Throws an {@link InvalidInputError} where the answer is none of these, and an
 * {@link AbandonedError} when the signal aborts.
 */
export declare function explain(
  report: IdentifierReport,
  response: PropertyCheck | PropertyListAnswer | { readonly data: PropertyCheck | PropertyListAnswer },
  options?: ExplainOptions,
): Promise<IdentifierExplanation>;

export interface ExplainOptions {
  /** Stops the work. */
  signal?: AbortSignal;
  /** Told now and then how many of the entries of the answer and of the identifiers of the report have been read. */
  onProgress?(progress: { done: number; total?: number }): void;
}

/** What {@link normalizeIdentifiers} reads; at most 256 MB. */
export type IdentifierInput =
  | string
  | ArrayBuffer
  | ArrayBufferView
  | Blob
  | ReadableStream<Uint8Array>
  | ReadableStream<string>
  | readonly (string | { readonly type?: string | null; readonly value: string })[];

export interface NormalizeOptions {
  /** The type of a value that has none, be it a line or an object; default `domain`. What plainly is of another type is invalid, with a suggestion. */
  defaultType?: PropertyIdentifierType;
  /**
   * Whether what plainly is of another type is taken as that, where a type is given, too: `changed`, with the note
   * `type_corrected`. Default false; `report.suggested` says how many there would be.
   */
  corrections?: boolean;
  signal?: AbortSignal;
  /** Told of the progress between slices, in characters of a text, bytes of bytes or a file, values of a list. */
  onProgress?: (progress: { readonly done: number; readonly total?: number }) => void;
  /**
   * Whether text, bytes and files are read in a worker: one that is started for the job, or yours, which runs
   * `interchange-web/worker`. Where there are no workers, the work is done here; the report is the same.
   */
  worker?: boolean | Worker;
}

/** Where a line belongs. */
export type IdentifierBucket = 'kept' | 'changed' | 'duplicates' | 'invalid' | 'blank';

/** What became of a list. */
export interface IdentifierReport {
  /** How many lines there are in each bucket. Each line is in exactly one: the buckets add up to `total`. */
  readonly summary: { readonly total: number } & Readonly<Record<IdentifierBucket, number>>;
  /** How many identifiers the list has: those kept and those changed. */
  readonly length: number;
  /** How many of them something is said about. */
  readonly noted: number;
  /** How many of them have a warning. */
  readonly warned: number;
  /** How many lines look like another type, in the list or not; with `corrections` they are taken as that. */
  readonly suggested: number;
  /** The list: clean, without duplicates, in the order of the input. */
  identifiers(): PropertyIdentifier[];
  /** The lines of a bucket, 100 where `limit` is left out; `noted` are those in the list that something is said about, `warned` those with a warning; `suggested` are all lines with a suggestion. */
  entries(
    bucket: IdentifierBucket | 'noted' | 'warned' | 'suggested',
    range?: { offset?: number; limit?: number } | null,
  ): IdentifierEntry[];
  /** One line, by its index. */
  line(index: number): IdentifierEntry | undefined;
  /**
   * The body of a request that creates or updates a property list: these fields, and the list as `identifiers`. Throws an
   * {@link InvalidInputError} when the list has none or more than 100,000.
   */
  body(fields?: object): Uint8Array;
  /**
   * All lines but the blank ones, with what became of each and why. Read again, it gives the same list, but for a
   * second `www.` or `m.`, of which each reading takes off one, as the registry does. In `input` an
   * apostrophe stands before what a spreadsheet would run as a formula; `value` is exact.
   */
  toCsv(): string;
  /** The same by parts, for pages that stay alive meanwhile and for streams; all of 100,000 lines takes half a second. */
  csvParts(): Generator<string, void, void>;
  /** The same as {@link identifiers}. */
  toJSON(): PropertyIdentifier[];
  /** Lets go of the memory; afterwards the report is of no use. One that is not freed is copied out of the next job's way. */
  free(): void;
  [Symbol.dispose](): void;
}

/** One line of a list. */
export interface IdentifierEntry {
  /** Counted from 0. */
  readonly index: number;
  /** The line as it was given, or the value of a list. */
  readonly input: string;
  /** Its type; absent where none can be told. */
  readonly type?: PropertyIdentifierType;
  /** What stands in the list for it. */
  readonly canonical?: string;
  /** What there is to say about it, for programs: the first of `notes`, or why it is not in the list. */
  readonly code?: string;
  /** The same in full sentences. */
  readonly message?: string;
  /** `error`: not in the list. `warning`: look at it. `note`: good to know. */
  readonly severity?: 'error' | 'warning' | 'note';
  /** All there is to say about it, as codes, the most serious first. */
  readonly notes?: string[];
  /** The type that an entry looks like: an invalid one, or a domain that looks like an app. */
  readonly suggestion?: PropertyIdentifierType;
  /** The index of the entry that a duplicate repeats. */
  readonly first?: number;
}

/** What the service may say about an identifier; `unmentioned` where it says nothing. */
export type IdentifierOutcome =
  | 'removed'
  | 'modified'
  | 'unresolved'
  | 'registered'
  | 'assess'
  | 'ok'
  | 'resolved'
  | 'unmentioned';

/** What the service says about each identifier of a report. */
export interface IdentifierExplanation {
  /** How many identifiers there are of each outcome. */
  readonly summary: { readonly total: number } & Readonly<Record<IdentifierOutcome, number>>;
  /** The lines with an outcome, 100 where `limit` is left out. */
  entries(outcome: IdentifierOutcome, range?: { offset?: number; limit?: number } | null): ExplainedEntry[];
}

/** A line, and what the service says about it. */
export interface ExplainedEntry extends Pick<IdentifierEntry, 'index' | 'input' | 'type' | 'canonical'> {
  /** What the service says, in full sentences. */
  readonly message: string;
  readonly outcome: IdentifierOutcome;
  /** The type as which the service has it. */
  readonly readAs?: string;
  /** The registry's reason. */
  readonly reason?: string;
  /** How the registry writes it. */
  readonly correction?: string;
  /** What the registry takes it for, such as `ad_server`. */
  readonly domainType?: string;
}
