import { Suspense, lazy } from 'react';
import { Banner } from '#ui/Banner.tsx';
import { IconButton } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import { TurnRefused } from '#ui/TurnRound.tsx';
import { useLanguage } from '#ui/useLanguage.ts';
import type { BulkEditSheetProps } from './BulkEditSheet.tsx';
import type { RefusedTurn } from './useTableUndo.ts';
import type { TableEditingState } from './useTableEditing.ts';

// Each is fetched when it is first needed: the table must not wait for them.
const BlockReviewSheet = lazy(async () => ({
  default: (await import('./BlockReviewSheet.tsx')).BlockReviewSheet,
}));
const BulkEditSheet = lazy(async () => ({ default: (await import('./BulkEditSheet.tsx')).BulkEditSheet }));
const KeySheet = lazy(async () => ({ default: (await import('./KeySheet.tsx')).KeySheet }));

interface TableEditingProps {
  editing: TableEditingState;
  /** What a bulk edit is about. */
  bulk: Pick<BulkEditSheetProps, 'selectedIds' | 'isForAll' | 'total' | 'filter'> & {
    isOpen: boolean;
    onClose(): void;
  };
  onShow(recordId: string): void;
}

/** What lies over the table: a block that is looked at, a bulk edit, the keys, and why something was not undone. */
export function TableEditing({ editing, bulk: { isOpen: isBulkOpen, ...bulk }, onShow }: TableEditingProps) {
  const { refused, review, sheet } = editing;
  return (
    <>
      {refused && <RefusedBanner refused={refused} onShow={onShow} onClose={editing.forgetRefused} />}
      <Suspense>
        {review && (
          <BlockReviewSheet
            review={review}
            onApply={editing.apply}
            onAnswer={editing.answer}
            onOverwrite={editing.overwrite}
            onRetry={editing.retry}
            onCloseReview={editing.close}
          />
        )}
        {sheet === 'keys' && <KeySheet onClose={editing.closeSheet} />}
        {isBulkOpen && <BulkEditSheet {...bulk} onDone={editing.announce} />}
      </Suspense>
    </>
  );
}

interface RefusedBannerProps {
  refused: RefusedTurn;
  onShow(recordId: string): void;
  onClose(): void;
}

function RefusedBanner({ refused, onShow, onClose }: RefusedBannerProps) {
  const language = useLanguage();
  const { way, problem, inTheWay } = refused;
  return (
    <Banner
      tone="warn"
      action={<IconButton icon="close" label={language.words.editing.undo.close} onClick={onClose} />}
    >
      <TurnRefused way={way} text={explain(problem, language)} inTheWay={inTheWay} onShow={onShow} />
    </Banner>
  );
}
