// From the package's description of fields to the questions of a form, and from the answers to an input.

import type { FieldInfo, Issue } from 'interchange-web';

/** A question of a form: a field without fields of its own. */
export interface Question {
  /** The path in the input, with dots. */
  readonly key: string;
  readonly info: FieldInfo;
  /** Whether it must be answered; inside an optional object it need not. */
  readonly isRequired: boolean;
  /** There is only one answer, so nobody is asked. */
  readonly isSettled: boolean;
}

export type Draft = Record<string, unknown>;

/** The fields of all levels, in the order of the description. What travels in the path is known already. */
export function questionsOf(fields: readonly FieldInfo[], parent = '', isInRequired = true): Question[] {
  return fields.flatMap((info) => {
    const key = parent + info.name;
    const isRequired = isInRequired && info.required;
    if (info.in === 'path') return [];
    if (info.kind === 'object') return questionsOf(info.fields ?? [], `${key}.`, isRequired);
    if (!isAskable(info)) return [];
    const isSettled = info.kind === 'choice' && info.allowed?.length === 1;
    // A choice of one that may be left out is left out.
    return isSettled && !isRequired ? [] : [{ key, info, isRequired, isSettled }];
  });
}

function isAskable({ kind, item }: FieldInfo): boolean {
  if (kind === 'list') return item?.kind === 'text' || item?.kind === 'choice';
  return kind !== 'any' && kind !== 'map' && kind !== 'file';
}

/**
 * The input that the answers make. An empty answer is left out, unless there was one before: then it takes that one
 * away.
 * With `onlyChanges`, so is what is as it was.
 */
export function draftOf(
  questions: readonly Question[],
  answers: ReadonlyMap<string, string>,
  initial: Readonly<Record<string, string>>,
  onlyChanges = false,
): Draft {
  const draft: Draft = {};
  for (const question of questions) {
    const { key, info, isSettled } = question;
    const answer = isSettled ? info.allowed?.[0] : answers.get(key);
    const before = initial[key] ?? '';
    if (onlyChanges && !isSettled && (answer ?? '') === before) continue;
    if (answer) put(draft, key, valueOf(info, answer));
    else if (onlyChanges && before) put(draft, key, info.nullable ? null : '');
  }
  return draft;
}

function valueOf(info: FieldInfo, answer: string): unknown {
  switch (info.kind) {
    case 'boolean':
      return answer === 'true';
    case 'integer':
    case 'number':
      // What is no number stays text, for the check to say so.
      return Number.isNaN(Number(answer)) ? answer : Number(answer);
    case 'list':
      return answer.split(/[\s,]+/).filter(Boolean);
    default:
      return answer;
  }
}

function put(draft: Draft, key: string, value: unknown): void {
  const [name = '', ...rest] = key.split('.');
  if (rest.length === 0) draft[name] = value;
  else put((draft[name] ??= {}) as Draft, rest.join('.'), value);
}

/** Issues by the question that they are shown at, and those that belong to none. */
export interface Placed {
  readonly at: ReadonlyMap<string, Issue>;
  readonly elsewhere: readonly Issue[];
}

/** Finds the place of each issue: its own question, else the one around it, else the first inside. */
export function place(issues: readonly Issue[], questions: readonly Question[]): Placed {
  const asked = questions.filter((question) => !question.isSettled).map((question) => question.key);
  const at = new Map<string, Issue>();
  const elsewhere: Issue[] = [];
  for (const issue of issues) {
    const key = issue.path.join('.');
    const home =
      asked.find((one) => one === key) ??
      asked.find((one) => key.startsWith(`${one}.`)) ??
      asked.find((one) => key !== '' && one.startsWith(`${key}.`));
    if (home === undefined) elsewhere.push(issue);
    else if (!at.has(home)) at.set(home, issue);
  }
  return { at, elsewhere };
}
