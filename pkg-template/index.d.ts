// The public surface, kept by hand. The shapes of the API (`types.d.ts`) and the methods of the client
// (`operations.d.ts`) are written from the Rust declarations when the package is built.

import type { InputOf, OperationName, Progress } from './client.js';
import type { OperationId } from './operations.js';
import type {
  AccountSource,
  AvailableAccount,
  BuyerSource,
  BuyerStorefront,
  CampaignExecuted,
  DiscoveredProduct,
  ExecutionError,
  FieldInfo,
  Issue,
  LinkedAccountInput,
  OperationInfo,
  PrepareOptions,
  ProductGroup,
  ProductSelection,
  PropertyList,
  PropertyListAnswer,
  Report,
} from './types.js';

export * from './bulk-jobs.js';
export * from './client.js';
export * from './operations.js';
export * from './types.js';

/**
 * Loads the WebAssembly once. Calling it again, or from two components, is harmless; after a failure it may be tried again.
 *
 * @param source Where the WebAssembly is: an address, a response, bytes, or a compiled module. Left out, the file beside the
 * package is found.
 */
export declare function init(source?: string | URL | Response | ArrayBuffer | ArrayBufferView | object): Promise<void>;

/** Checks an input and reports every mistake at once. Never throws on an input, whatever it is. */
export declare function validate<Name extends OperationName>(operation: Name, input: unknown): Report;

/** Builds a request without sending it. Throws an {@link InvalidInputError}. */
export declare function prepare<Name extends OperationName>(
  operation: Name,
  input: InputOf<Name>,
  options?: PrepareOptions,
): PreparedRequest;

/** A Standard Schema of an operation's input, and the description of its fields. */
export declare function schema<Name extends OperationName>(operation: Name): OperationSchema<InputOf<Name>>;

/** The table of operations. */
export declare function operations(): OperationInfo[];

/**
 * The brand that was found but is not registered yet, when that is why an advertiser could not be created: show it, and create
 * again with `saveBrand: true`.
 */
export declare function enrichedBrand(error: unknown): Record<string, unknown> | undefined;

/**
 * What `linkedAccounts` takes for an account that `advertisers.listAvailableAccounts` has found. Throws an
 * {@link InvalidInputError} when a choice is left open.
 *
 * @param choice The source, when the account is reached through several; the way of billing, when there are several and no
 * default.
 */
export declare function linkOf(
  account: AvailableAccount,
  choice?: { source?: AccountSource; billingType?: string },
): LinkedAccountInput;

/** The sources of a storefront that need a credential of yours and have none. */
export declare function disconnectedSources(storefront: Pick<BuyerStorefront, 'sources'>): BuyerSource[];

/** The property list in an answer, which the service gives bare or as `{ propertyList }`. */
export declare function propertyListOf(answer: PropertyListAnswer): PropertyList;

/** The media buys that a launch could not send; none when all went well. The campaign is `ACTIVE` all the same. */
export declare function launchFailures(
  launch: Pick<CampaignExecuted, 'success' | 'errors' | 'reason'>,
): (Partial<ExecutionError> & { message: string })[];

/**
 * What `discovery.addProducts` takes for a product of a discovery. A price that is not fixed needs a bid, at least its floor;
 * a fixed one takes none. Throws an {@link InvalidInputError}.
 *
 * @param choice The price, without which the product's first one counts; the bid; and whatever else the selection takes.
 */
export declare function selectionOf(
  group: Pick<ProductGroup, 'groupId' | 'groupName'>,
  product: DiscoveredProduct,
  choice?: Omit<Partial<ProductSelection>, 'productId' | 'salesAgentId' | 'groupId' | 'groupName'>,
): ProductSelection;

/** A request for whoever sends it with something else. */
export interface PreparedRequest {
  readonly operation: OperationId;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  /** With the credential, where a token was given: not for logs. */
  readonly headers: Record<string, string>;
  /**
   * With credentials, where the input holds some: not for logs. Bytes when a list was given as text or bytes; a form when a
   * file is uploaded.
   */
  readonly body?: string | (Uint8Array & { readonly buffer: ArrayBuffer }) | FormData;
  /**
   * The command that sends the same from a POSIX shell, with variables such as `$TOKEN` in place of credentials. A variable
   * holds the credential as it is, line breaks and all; JSON where the credential is an object.
   */
  toCurl(): string;
  /** What may be seen of the request: credentials are replaced by names. */
  toJSON(): { operation: OperationId; method: string; url: string; body?: unknown };
}

/** See https://standardschema.dev; every form library and router that knows it accepts this. */
export interface OperationSchema<Input> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'interchange-web';
    readonly validate: (value: unknown) => { readonly value: Input; readonly issues?: undefined } | { readonly issues: readonly Issue[] };
    readonly types?: { readonly input: Input; readonly output: Input };
  };
  /** Every field, each with the condition under which it applies. */
  readonly fields: FieldInfo[];
  /**
   * The fields that apply to a draft. What depends on a field that is not filled in yet does not; of a field that may be left
   * out, what applies without it does.
   */
  fieldsFor(draft: object): FieldInfo[];
}

/** Whatever this package throws. */
export declare class InterchangeError extends Error {
  /** For tests of what handles errors; `facts` are the properties. */
  constructor(message: string, facts?: object, cause?: unknown);
  readonly operation?: OperationId;
  readonly method?: string;
  readonly url?: string;
  /** How many requests were sent. */
  readonly attempts: number;
  /** Whether the same call may succeed later without being changed, and sending it again does no harm. */
  readonly retryable: boolean;
  /** `unknown` when the service may have acted, and a second time might have a second effect: look before sending it again. */
  readonly outcome?: 'unknown';
  /** What became of a list that was sent in parts; see `sendAll`. */
  readonly progress?: Progress;
  /** The original error, where there is one. */
  readonly cause?: unknown;
  toJSON(): object;
}

/** Nothing was sent. */
export declare class InvalidInputError extends InterchangeError {
  /** What is wrong; at most 100. */
  readonly issues: Issue[];
  /** How many mistakes were found. */
  readonly total: number;
}

/** The service answered and said no. */
export declare class RefusedError extends InterchangeError {
  readonly status: number;
  /** The service's own code, such as `VALIDATION_ERROR`. */
  readonly code?: string;
  /** The service's own sentence, where it says one; `message` has it behind the name of the operation. */
  readonly serviceMessage?: string;
  /** The field that the service names. */
  readonly field?: string;
  readonly details?: unknown;
  /** The mistakes that the service lists, in the shape of our own. */
  readonly issues: Issue[];
  /** For the vendor's support. */
  readonly requestId?: string;
  /** In how many seconds the service asks to be called again. */
  readonly retryAfter?: number;
  /** What would help, of a task that failed. */
  readonly suggestion?: string;
  /** Whether trying again helps, of a task that failed. */
  readonly recovery?: 'transient' | 'correctable' | 'terminal' | (string & {});
}

/** No answer came: offline, DNS, CORS, a Content-Security-Policy. */
export declare class UnreachableError extends InterchangeError {}

/** The caller aborted, or the time ran out. */
export declare class AbandonedError extends InterchangeError {
  readonly reason: 'aborted' | 'timeout';
}

/** An answer came that is not what this API sends. */
export declare class MalformedError extends InterchangeError {
  readonly status: number;
  /** The beginning of what came; at most 200 characters. */
  readonly excerpt: string;
}

/** Whether something is an error of this package, even of another copy of it or of another realm. */
export declare function isInterchangeError(error: unknown): error is InterchangeError;
