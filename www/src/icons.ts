// Line drawings on a grid of 24, in the colour of the text around them.

const PATHS = {
  swap: 'M4 9h14l-4-4M20 15H6l4 4',
  store:
    'M4 10v9a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-9M3 7l2-3h14l2 3v1a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0V7ZM10 20v-6h4v6',
  layers: 'm12 3 9 5-9 5-9-5 9-5ZM3 13l9 5 9-5',
  list: 'M9 6h11M9 12h11M9 18h6M4 6l1 1 2-2M4 12l1 1 2-2M4.5 18h1',
  down: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  gauge: 'M4 18a9 9 0 1 1 16 0M12 14l4-5M12 15.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Z',
  plus: 'M12 5v14M5 12h14',
  back: 'm14 6-6 6 6 6',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  check: 'm5 12.5 4.5 4.5L19 7',
  alert: 'M12 8v5M12 16.5h.01M12 3 2.5 20h19L12 3Z',
  clock: 'M12 7v5l3 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  pause: 'M9 6v12M15 6v12',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  'eye-off':
    'm4 4 16 16M9.5 6A9 9 0 0 1 12 5.5C18 5.5 21.5 12 21.5 12a17 17 0 0 1-3 3.7M6 7.8A16 16 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 3.5-.7',
  pulse: 'M3 12h4l3-7 4 14 3-7h4',
  key: 'M14.5 9.5 20 4M17 7l2 2M11 18a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Z',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
  power: 'M12 4v8M7 6.5a8 8 0 1 0 10 0',
  out: 'M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5',
  exit: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  close: 'm6 6 12 12M18 6 6 18',
  refresh: 'M20 5v5h-5M4 19v-5h5M19.5 10A8 8 0 0 0 5 8M4.5 14A8 8 0 0 0 19 16',
} as const;

export type IconName = keyof typeof PATHS;

/** An icon that stands beside words; screen readers do not see it. */
export function icon(name: IconName): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  return svg;
}
