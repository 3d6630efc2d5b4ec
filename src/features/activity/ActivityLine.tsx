import { useTurnOperation } from '#api/turnOperation.ts';
import type { OperationRow } from '#contract/conversions.ts';
import { type Role, permissionToUndo, whyForbidden } from '#domain/access.ts';
import { explain } from '#ui/explain.ts';
import { TimeText } from '#ui/TimeText.tsx';
import { TurnRefused, TurnRoundButton } from '#ui/TurnRound.tsx';
import { useLanguage } from '#ui/useLanguage.ts';

interface ActivityLineProps {
  operation: OperationRow;
  role: Role;
  onShow(recordId: string): void;
}

/** One operation: who did what, when, to how many records; undone or not. */
export function ActivityLine({ operation, role, onShow }: ActivityLineProps) {
  const language = useLanguage();
  const { words, formats } = language;
  const { activity, undo } = words.conversions;
  const { id, type, person, subject, records, at, isUndone, isUndoable } = operation;
  const { isBusy, refused, turn } = useTurnOperation(id);
  const forbidden = whyForbidden(role, permissionToUndo(type));
  const what = `${activity.types[type]}, ${subject}`;
  const way = isUndone ? 'redo' : 'undo';
  return (
    <li className="activity-line" data-undone={isUndone || undefined}>
      <p>
        <strong>{person}</strong> {activity.did[type]} <span className="activity-subject">{subject}</span>
        {isUndone && <span className="ui-tag">{undo.isUndone}</span>}
      </p>
      <p className="ui-hint">
        <TimeText instant={at} /> · {activity.records(formats.number(records), records)}
      </p>
      {type === 'import' && <p className="ui-hint">{activity.importStays}</p>}
      {isUndoable && (
        <div className="activity-turn">
          <TurnRoundButton
            way={way}
            what={what}
            isBusy={isBusy}
            disabledBecause={forbidden && words.common.needsRole(words.common.roleNames[forbidden.leastRole])}
            onTurn={() => turn(way)}
          />
        </div>
      )}
      {refused && (
        <TurnRefused
          way={refused.way}
          text={explain(refused.problem, language)}
          inTheWay={refused.inTheWay}
          onShow={onShow}
        />
      )}
    </li>
  );
}
