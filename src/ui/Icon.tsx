import { ICON_PATHS, type IconName } from './iconPaths.ts';

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
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
