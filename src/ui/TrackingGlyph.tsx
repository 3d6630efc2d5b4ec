import { Icon } from './Icon.tsx';
import { useWords } from './useLanguage.ts';

interface TrackingGlyphProps {
  tracking: 'serialized' | 'bulk' | 'closed';
}

/** How a record is tracked, by form and by word: one box, a stack of boxes, a box struck out. */
export function TrackingGlyph({ tracking }: TrackingGlyphProps) {
  return (
    <span className={`ui-tracking ui-tracking-${tracking}`}>
      <Icon name={tracking} size={15} />
      {useWords().tracking[tracking]}
    </span>
  );
}
