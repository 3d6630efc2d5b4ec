import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { TRACKINGS } from '#domain/tracking.ts';
import { drawParts } from '#grid/cellPart.ts';
import { Icon } from '#ui/Icon.tsx';
import { iconElement } from '#ui/iconElement.ts';
import { ICON_PATHS, type IconName } from '#ui/iconPaths.ts';
import { LanguageProvider } from '#ui/LanguageProvider.tsx';
import { en } from '#ui/messages/en.ts';
import { TrackingGlyph } from '#ui/TrackingGlyph.tsx';
import { trackingParts } from './cellParts.ts';

// The names just where they are listed.
it.each(Object.keys(ICON_PATHS) as IconName[])(
  'The sign “%s” is drawn past React as React draws it.',
  (name) => {
    const { container } = render(<Icon name={name} size={15} />);
    expect(iconElement(name, 15).outerHTML).toBe(container.innerHTML);
  },
);

it.each(TRACKINGS)('How a %s record is tracked is drawn past React as React draws it.', (tracking) => {
  const { container } = render(
    <LanguageProvider start={{ language: 'en', words: en }} decimalsOf={() => 2}>
      <TrackingGlyph tracking={tracking} />
    </LanguageProvider>,
  );
  const cell = document.createElement('div');
  drawParts(cell, trackingParts(en)[tracking], null);
  expect(cell.innerHTML).toBe(container.innerHTML);
});
