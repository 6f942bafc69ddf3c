// Elements, built in code: nothing that comes from the service or from a field is ever read as HTML.

export type Child = Node | string | number | null | undefined | false | readonly Child[];

type Attribute = string | number | boolean | null | undefined;
type Handlers = { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };

interface Props {
  on?: Handlers;
  [attribute: string]: Attribute | Handlers;
}

/** An element with attributes, listeners under `on`, and children; `true` is an attribute without a value. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props?: Props | null,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (typeof value === 'object' && value !== null) listen(element, value);
    else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...nodes(children));
  return element;
}

function listen(element: HTMLElement, handlers: Handlers): void {
  for (const [type, handler] of Object.entries(handlers)) {
    element.addEventListener(type, handler as EventListener);
  }
}

function nodes(children: readonly Child[]): (Node | string)[] {
  return children.flatMap((child): (Node | string)[] => {
    if (child === null || child === undefined || child === false) return [];
    if (typeof child === 'string' || child instanceof Node) return [child];
    return typeof child === 'number' ? [String(child)] : nodes(child);
  });
}

/** Puts other children in place of those that are there. */
export function fill(host: Element, ...children: Child[]): void {
  host.replaceChildren(...nodes(children));
}

let last = 0;

/** An id that no other element of the page has. */
export function uid(stem: string): string {
  last += 1;
  return `${stem}-${last}`;
}

/** Text in which words between backticks are code, as in the descriptions of the package. */
export function prose(text: string): Child[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? h('code', null, part) : part));
}

/** A link for an address that came from elsewhere; undefined unless it leads to a web page. */
export function webAddress(text: string | null | undefined): string | undefined {
  if (!text || !URL.canParse(text)) return undefined;
  const { protocol, href } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

/** A moment, in words and for machines; with `isDay`, without the time of day. */
export function moment(timestamp: string | null | undefined, isDay = false): Child {
  const time = timestamp ? new Date(timestamp) : undefined;
  if (!time || Number.isNaN(time.getTime())) return 'Never';
  const words = new Intl.DateTimeFormat(
    'en',
    isDay ? { dateStyle: 'medium' } : { dateStyle: 'medium', timeStyle: 'short' },
  ).format(time);
  return h('time', { datetime: time.toISOString() }, words);
}
