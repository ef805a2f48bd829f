import './icon.css';

/** Drawn on a 24 × 24 grid with a 2 px line. */
const PATHS = {
  home: 'M4 11 12 4l8 7M6 10v9h12v-9M10 19v-5h4v5',
  target: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 12h.01',
  survey: 'M7 4h10a1 1 0 0 1 1 1v15H6V5a1 1 0 0 1 1-1ZM9 9h6M9 13h6M9 17h3',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  plus: 'M12 5v14M5 12h14',
  upload: 'M12 16V4M7 9l5-5 5 5M4 16v4h16v-4',
  download: 'M12 4v12M7 11l5 5 5-5M4 16v4h16v-4',
  period: 'M4 6h16v14H4ZM4 10h16M8 3v4M16 3v4M9 15l2 2 4-4',
  calendar: 'M4 6h16v14H4ZM4 10h16M8 3v4M16 3v4',
  chart: 'M4 20h16M7 20v-6M12 20V8M17 20v-9',
  ranking: 'M9 20V6h6v14M3 20v-8h6M15 20v-5h6v5M3 20h18',
  publication: 'M5 4h11l3 3v13H5ZM8 11h8M8 15h8M8 7h4',
  building: 'M5 20V5h9v15M14 10h5v10M3 20h18M8 9h3M8 13h3M8 17h3',
  supplier: 'M4 9l1-5h14l1 5M5 9v11h14V9M4 9a3 3 0 0 0 5 1 4 4 0 0 0 6 0 3 3 0 0 0 5-1M10 20v-5h4v5',
  users:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.500 20a6.500 6.500 0 0 1 13 0M16 4.500a3.500 3.500 0 0 1 0 6.500M18 14.500a6.500 6.500 0 0 1 3.500 5.500',
  policy: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4',
  audit: 'M12 3l8 3v6c0 5-3.500 7.500-8 9-4.500-1.500-8-4-8-9V6ZM9 12l2 2 4-4',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l2 1H4ZM10 21h4',
  phone: 'M6 3h3l2 5-2.500 1.500a11 11 0 0 0 6 6L16 13l5 2v3a2 2 0 0 1-2 2A16 16 0 0 1 4 5a2 2 0 0 1 2-2Z',
  mail: 'M4 6h16v12H4ZM4 7l8 6 8-6',
  certificate: 'M6 3h12v12H6ZM9 7h6M9 11h6M10 15v6l2-1.500 2 1.500v-6',
  menu: 'M4 6h16M4 12h16M4 18h16',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M6 9l6 6 6-6',
  right: 'M9 6l6 6-6 6',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM16 16l4 4',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7Z',
  check: 'M5 12l5 5 9-10',
  alert: 'M12 4 2.500 20h19ZM12 10v4M12 17h.01',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v6M12 7.500h.01',
  error: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v6M12 16.500h.01',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5l3 2',
  dash: 'M6 12h12',
  edit: 'M4 20l1-4L16 5l3 3L8 19Z',
  up: 'M6 15l6-6 6 6',
  columns: 'M4 5h16v14H4ZM10 5v14M15 5v14',
  image: 'M4 5h16v14H4ZM4 16l5-5 4 4 3-3 4 4M9 9h.01',
  copy: 'M9 9h11v11H9ZM15 9V4H4v11h5',
  bookmark: 'M6 4h12v16l-6-4-6 4Z',
  scales: 'M12 4v16M7 20h10M5 7h14M5 7l-3 6h6ZM19 7l-3 6h6Z',
  logout: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
} as const;

export type IconName = keyof typeof PATHS;

interface IconProps {
  readonly name: IconName;
  /** px at the default text size */
  readonly size?: number;
}

/** A sign beside a text; it tells nothing alone, so it is hidden from assistive technology. */
export function Icon({ name, size = 20 }: IconProps) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
