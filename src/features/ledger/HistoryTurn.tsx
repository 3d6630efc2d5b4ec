import { useTurnOperation } from '#api/turnOperation.ts';
import type { OperationRow } from '#contract/conversions.ts';
import { type Role, permissionToUndo, whyForbidden } from '#domain/access.ts';
import { explain } from '#ui/explain.ts';
import { TurnRefused, TurnRoundButton } from '#ui/TurnRound.tsx';
import { useLanguage } from '#ui/useLanguage.ts';

interface HistoryTurnProps {
  operation: OperationRow;
  role: Role;
  onVisit(id: string): void;
}

/** Takes back the whole operation that a line of history belongs to, or does it again. */
export function HistoryTurn({ operation, role, onVisit }: HistoryTurnProps) {
  const language = useLanguage();
  const { words } = language;
  const { activity, undo } = words.conversions;
  const { id, type, subject, isUndone, isUndoable } = operation;
  const { isBusy, refused, turn } = useTurnOperation(id);
  if (!isUndoable) return null;
  const forbidden = whyForbidden(role, permissionToUndo(type));
  const way = isUndone ? 'redo' : 'undo';
  return (
    <div className="history-turn">
      <TurnRoundButton
        way={way}
        what={`${activity.types[type]}, ${subject}`}
        isBusy={isBusy}
        disabledBecause={forbidden && words.common.needsRole(words.common.roleNames[forbidden.leastRole])}
        onTurn={() => turn(way)}
      />
      {isUndone && <span className="ui-tag">{undo.isUndone}</span>}
      {refused && (
        <TurnRefused
          way={refused.way}
          text={explain(refused.problem, language)}
          inTheWay={refused.inTheWay}
          onShow={onVisit}
        />
      )}
    </div>
  );
}
