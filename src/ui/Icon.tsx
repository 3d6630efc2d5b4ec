/** Our own signs, drawn on a grid of 20 with one line width, so that they look like one family. */
const PATHS = {
  activity: 'M2.5 10.5h3.6L8.4 4l3.4 12 2.3-5.5h3.4',
  add: 'M10 4v12M4 10h12',
  alert: 'M10 6.5v4.5M10 13.6v.2M10 2.6 18 16.6H2z',
  back: 'm12 5-5 5 5 5',
  bulk: 'M3 11h6v6H3zM11 11h6v6h-6zM7 3h6v6H7z',
  check: 'm4 10.5 4 4 8-9',
  close: 'm5 5 10 10M15 5 5 15',
  closed: 'M4 4h12v12H4zM4 16 16 4',
  curve: 'M3 14c4 0 4-3 7-4s3-5 7-6M3 17h14',
  down: 'm5 8 5 5 5-5',
  download: 'M10 3v9m-4-3.5 4 4 4-4M4 16.5h12',
  filter: 'M3 5h14M6 10h8M8.5 15h3',
  file: 'M5 2.5h6l4 4v11H5zM11 2.5v4h4',
  import: 'M10 3v8m-3.5-3 3.5 3.5L13.5 8M3 12v5h14v-5h-4l-1.5 2h-3L7 12z',
  inventory: 'M3 6.5 10 3l7 3.5v7L10 17l-7-3.5zM3 6.5l7 3.5 7-3.5M10 10v7',
  ledger: 'M4 3h12v14H4zM7 7h6M7 10h6M7 13h3',
  lineage: 'M5 3.5v13M5 10h4c3 0 6-1 6-4.5M12.5 7.5 15 5l2.5 2.5M5 10c0 3 4 4.5 10 4.5',
  lock: 'M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  next: 'm8 5 5 5-5 5',
  offline: 'M3 3l14 14M7 12a4 4 0 0 1 3-1.4M4.5 9.2A8 8 0 0 1 7 7.5M15.5 9.2a8 8 0 0 0-5-2.2M10 15.2v.1',
  person: 'M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4M3.8 17a6.2 6.2 0 0 1 12.4 0',
  refresh: 'M16 8a6.2 6.2 0 1 0 .2 3.5M16.5 3.5V8H12',
  search: 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12m4.3-1.7L17 17',
  serialized: 'M4 4h12v12H4z',
  share:
    'M7 11.5 13 15M13 5 7 8.5M5 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4M15 6a2 2 0 1 0 0-4 2 2 0 0 0 0 4M15 18a2 2 0 1 0 0-4 2 2 0 0 0 0 4',
  star: 'm10 3 2.2 4.6 5 .7-3.6 3.5.9 5L10 14.4 5.5 16.8l.9-5L2.8 8.3l5-.7z',
  table: 'M3 4h14v12H3zM3 8.5h14M8.5 8.5V16',
  up: 'm5 12 5-5 5 5',
  value: 'M3 4.5c5 0 6 8.5 14 8.5M3 17h14M3 4.5V17',
  void: 'M4 8h8a4 4 0 0 1 0 8H8M7 4.5 3.5 8 7 11.5',
} as const;

export type IconName = keyof typeof PATHS;

interface IconProps {
  name: IconName;
  size?: number;
}

/** Decoration beside a word; a sign that stands alone gets its name from the button around it. */
export function Icon({ name, size = 18 }: IconProps) {
  return (
    <svg
      className="ui-icon"
      viewBox="0 0 20 20"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
