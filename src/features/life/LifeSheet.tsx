import type { Session } from '#api/session.ts';
import { IconButton } from '#ui/Button.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { useWords } from '#ui/useLanguage.ts';
import { LifeEditor } from './LifeEditor.tsx';

interface LifeSheetProps {
  sku: string;
  session: Session;
  onClose(): void;
}

/** How the things of a SKU lose value, over the page from which it was opened. */
export function LifeSheet({ sku, session, onClose }: LifeSheetProps) {
  const { life } = useWords();
  return (
    <Sheet label={life.title(sku)} place="middle" onClose={onClose}>
      <header className="life-head">
        <h2 className="ui-sheet-title">{life.title(sku)}</h2>
        <IconButton icon="close" label={life.close} onClick={onClose} data-autofocus />
      </header>
      <LifeEditor sku={sku} session={session} />
    </Sheet>
  );
}
