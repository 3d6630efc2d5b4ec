import { useBlocker } from '@tanstack/react-router';
import { useRef } from 'react';
import { problemOf } from '#api/problemError.ts';
import { useCreateRecord, useLabels } from '#api/records.ts';
import type { Session } from '#api/session.ts';
import { permissionToAdd, whyForbidden } from '#domain/access.ts';
import { LeaveQuestion } from '#ui/LeaveQuestion.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { localToday } from '#ui/today.ts';
import { useWords } from '#ui/useLanguage.ts';
import { AddItem } from './AddItem.tsx';

interface AddItemSheetProps {
  session: Session;
  onAdded(id: string): void;
  onClose(): void;
}

const NO_LABELS: readonly string[] = [];

/** The window with the form for a new item; leaving it with something typed asks first. */
export function AddItemSheet({ session, onAdded, onClose }: AddItemSheetProps) {
  const words = useWords();
  const create = useCreateRecord();
  const sku = useLabels('skus').data ?? NO_LABELS;
  const category = useLabels('categories').data ?? NO_LABELS;
  const location = useLabels('locations').data ?? NO_LABELS;
  const isTyped = useRef(false);
  const leaving = useBlocker({
    shouldBlockFn: () => isTyped.current,
    enableBeforeUnload: () => isTyped.current,
    withResolver: true,
  });
  const forbidden = whyForbidden(session.person.role, permissionToAdd('purchase'));
  return (
    <Sheet label={words.add.title} place="middle" onClose={onClose}>
      <h2 className="ui-sheet-title">{words.add.title}</h2>
      <AddItem
        currency={session.workspace.currency}
        today={localToday()}
        suggestions={{ sku, category, location }}
        costForbidden={forbidden && words.add.costForbidden}
        add={async (item) => {
          try {
            const { ids } = await create.mutateAsync(item);
            isTyped.current = false;
            onAdded(ids[0] ?? '');
            return null;
          } catch (fault) {
            return problemOf(fault);
          }
        }}
        onTyped={(is) => {
          isTyped.current = is;
        }}
        onLeave={onClose}
      />
      {leaving.status === 'blocked' && <LeaveQuestion onStay={leaving.reset} onLeave={leaving.proceed} />}
    </Sheet>
  );
}
