import { Button } from './Button.tsx';
import { Sheet } from './Sheet.tsx';
import { useWords } from './useLanguage.ts';

interface LeaveQuestionProps {
  onStay(): void;
  onLeave(): void;
}

/** Asked before something typed would be lost. Esc stays, and so does Enter: the focus is on what loses nothing. */
export function LeaveQuestion({ onStay, onLeave }: LeaveQuestionProps) {
  const { leave } = useWords();
  return (
    <Sheet label={leave.title} place="middle" onClose={onStay}>
      <h2 className="ui-sheet-title">{leave.title}</h2>
      <p>{leave.text}</p>
      <div className="ui-actions ui-actions-end">
        <Button look="danger" onClick={onLeave}>
          {leave.discard}
        </Button>
        <Button look="primary" onClick={onStay} data-autofocus>
          {leave.stay}
        </Button>
      </div>
    </Sheet>
  );
}
