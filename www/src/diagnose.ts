// Why a source fails, or that it does not.

import type {
  DiagnosedSource,
  DiagnosticsVerdict,
  ExchangeRecord,
  InventorySourceDiagnostics,
  SourceHealth,
  ToolStatistics,
} from 'interchange-web';
import { fill, h, moment, uid, webAddress, type Child } from './dom.js';
import { icon, type IconName } from './icons.js';
import { buttonLink, card, facts, header, load, type Page } from './page.js';
import { hasCredential } from './source-actions.js';
import { count, percent, sentence } from './words.js';

const WINDOWS = [
  { hours: 24, label: '24 hours' },
  { hours: 168, label: '7 days' },
  { hours: 720, label: '30 days' },
] as const;

/** How many failures are listed. */
const LISTED = 20;

/** The diagnosis of a source over a time that can be chosen. */
export function diagnoseView(page: Page, sourceId: string): void {
  const body = h('div', { class: 'stack' });
  let windowHours: number = WINDOWS[0].hours;
  const choose = (hours: number): void => {
    windowHours = hours;
    void again();
  };
  const back = { label: 'Source', to: ['sources', 'of', sourceId] };
  const head = header({ title: 'Diagnosis', lead: h('code', null, sourceId), back, actions: windows(choose) });
  fill(page.main, head, body);
  const fetch = (signal: AbortSignal) =>
    page.connection.client.inventorySources.diagnose({ sourceId, windowHours }, { signal });
  const again = load(page, body, 'the diagnosis', fetch, report);
}

function windows(choose: (hours: number) => void): HTMLElement {
  const name = uid('window');
  return h(
    'fieldset',
    { class: 'segments' },
    h('legend', null, 'Time'),
    WINDOWS.map(({ hours, label }, index) =>
      h(
        'label',
        null,
        h('input', { type: 'radio', name, value: hours, checked: index === 0, on: { change: () => choose(hours) } }),
        h('span', null, label),
      ),
    ),
  );
}

function report(diagnostics: InventorySourceDiagnostics): Child {
  const { comparison, diagnosis, docs, performance, recentActivity, source, toolBreakdown } = diagnostics;
  const failures = recentActivity.filter(({ isIssue }) => isIssue);
  const links = docs.flatMap(({ label, url }) => {
    const href = webAddress(url);
    return href
      ? [h('li', null, h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, label, icon('out')))]
      : [];
  });
  return [
    verdict(diagnosis, canRotate(source)),
    h(
      'ul',
      { class: 'tiles' },
      tile('Calls', String(performance.exchangeCount)),
      tile('Completed', performance.exchangeCount ? percent(performance.completedRate) : '—'),
      tile('Errors', performance.exchangeCount ? percent(performance.errorRate) : '—', performance.errorRate > 0),
      tile('Timeouts', String(performance.timeoutCount), performance.timeoutCount > 0),
      tile('95 % answer within', performance.p95LatencyMs == null ? '—' : `${performance.p95LatencyMs} ms`),
    ),
    h(
      'div',
      { class: 'columns' },
      health(source.health),
      card(
        'Against the time before',
        h('p', null, comparison.summary),
        facts([
          ['Trend', sentence(comparison.trend)],
          ['Issues', signed(comparison.issueDelta)],
          ['Timeouts', signed(comparison.timeoutDelta)],
        ]),
      ),
    ),
    card(
      'Failures',
      failures.length > 0
        ? h('ul', { class: 'checks' }, failures.slice(0, LISTED).map(failure))
        : h('p', null, 'No failures in this time.'),
    ),
    toolBreakdown.length > 0 && card('By tool', tools(toolBreakdown)),
    links.length > 0 && card('Read on', h('ul', { class: 'plain' }, links)),
  ];
}

const VERDICTS: Record<string, readonly [tone: string, title: string, symbol: IconName]> = {
  ok: ['good', 'Nothing is wrong', 'check'],
  warning: ['wait', 'Needs attention', 'alert'],
  critical: ['bad', 'Failing', 'alert'],
  unknown: ['off', 'Not known yet', 'clock'],
};

/** Where a new credential may be what is needed, it is one step away. */
function canRotate({ executionType, auth, sourceId }: DiagnosedSource): Child {
  const isOurs = hasCredential({ executionType, authenticationType: auth.type ?? null });
  return isOurs && buttonLink('Rotate credential', ['sources', 'of', sourceId, 'credential'], 'secondary', 'key');
}

function verdict({ severity, topCause, issues, nextSteps, owner }: DiagnosticsVerdict, action: Child): HTMLElement {
  const [tone, title, symbol] = VERDICTS[severity] ?? ['off', sentence(severity), 'clock'];
  const others = issues.filter(({ summary }) => summary !== topCause);
  const seen = issues.find(({ summary }) => summary === topCause);
  return h(
    'section',
    { class: `card verdict ${tone}` },
    h('span', { class: 'verdict-mark' }, icon(symbol)),
    h(
      'div',
      null,
      h('h2', null, title),
      h('p', null, topCause, seen && ` Seen ${count(seen.count, 'time')} (${sentence(seen.mode).toLowerCase()}).`),
      others.length > 0 &&
        h(
          'ul',
          null,
          others.map((issue) => h('li', null, `${issue.summary} Seen ${count(issue.count, 'time')}.`)),
        ),
      nextSteps.length > 0 && [
        h('h3', null, 'What to do'),
        h(
          'ul',
          null,
          nextSteps.map((step) => h('li', null, step)),
        ),
      ],
      owner !== 'seller' && h('p', { class: 'small' }, `For ${sentence(owner)} to put right.`),
      severity !== 'ok' && action && h('div', { class: 'actions' }, action),
    ),
  );
}

function health({
  status,
  lastCheckedAt,
  lastError,
  lastErrorAt,
  lastErrorCode,
  lastSuccessAt,
}: SourceHealth): HTMLElement {
  return card(
    'Health',
    facts([
      ['Status', sentence(status)],
      ['Last answered well', moment(lastSuccessAt)],
      ['Last checked', moment(lastCheckedAt)],
      [
        'Last error',
        lastError
          ? [
              lastError,
              h(
                'small',
                { class: 'line' },
                lastErrorCode && [h('code', null, lastErrorCode), ' · '],
                moment(lastErrorAt),
              ),
            ]
          : 'None',
      ],
    ]),
  );
}

function tile(label: string, value: string, isBad = false): HTMLElement {
  return h(
    'li',
    { class: isBad ? 'tile bad' : 'tile' },
    h('span', { class: 'tile-label' }, label),
    h('span', { class: 'tile-value' }, value),
  );
}

function failure({ summary, taskStatus, timestamp, tool, requestId }: ExchangeRecord): HTMLElement {
  return h(
    'li',
    null,
    h('span', { class: 'check-mark bad' }, icon('alert')),
    h(
      'div',
      null,
      h('h3', null, tool ? h('code', null, tool) : 'Exchange', ` ${sentence(taskStatus).toLowerCase()}`),
      h('p', null, summary ?? 'The service gives no reason.'),
      h('p', { class: 'small' }, moment(timestamp), requestId && ` · request ${requestId}`),
    ),
  );
}

function tools(rows: readonly ToolStatistics[]): HTMLElement {
  const head = ['Tool', 'Calls', 'Completed', 'Failed', 'Timeouts'].map((name) => h('th', { scope: 'col' }, name));
  const body = rows.map(({ tool, exchangeCount, completedCount, failedCount, timeoutCount }) =>
    h(
      'tr',
      null,
      h('th', { scope: 'row' }, h('code', null, tool)),
      [exchangeCount, completedCount, failedCount, timeoutCount].map((value) => h('td', null, value)),
    ),
  );
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Calls by tool' },
    h('table', { class: 'numbers' }, h('thead', null, h('tr', null, head)), h('tbody', null, body)),
  );
}

function signed(number: number): string {
  return number > 0 ? `+${number}` : String(number);
}
