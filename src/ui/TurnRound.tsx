import { Button } from './Button.tsx';
import { useWords } from './useLanguage.ts';

/** Later work that an undo was refused for, and on which record. */
export interface InTheWay {
  recordId: string;
  recordName: string;
  blockers: readonly { what: string; detail: string }[];
}

interface TurnRoundProps {
  way: 'undo' | 'redo';
  /** What was done, for whoever hears only the button. */
  what: string;
  look?: 'plain' | 'quiet';
  isBusy: boolean;
  disabledBecause?: string | null;
  onTurn(): void;
}

/** Takes an operation back, or does it again. */
export function TurnRoundButton({ way, what, look, isBusy, disabledBecause, onTurn }: TurnRoundProps) {
  const { undo } = useWords().conversions;
  const label = way === 'undo' ? undo.undoLabel(what) : undo.redoLabel(what);
  return (
    <Button
      look={look ?? 'quiet'}
      icon={way === 'undo' ? 'void' : 'refresh'}
      aria-label={label}
      isBusy={isBusy}
      disabledBecause={disabledBecause}
      onClick={onTurn}
    >
      {undo[way]}
    </Button>
  );
}

interface TurnRefusedProps {
  way: 'undo' | 'redo';
  /** Why, in one sentence. */
  text: string;
  inTheWay: InTheWay | null;
  onShow?: ((recordId: string) => void) | undefined;
}

/** Why an operation was not taken back, what stands in the way, and the way there. */
export function TurnRefused({ way, text, inTheWay, onShow }: TurnRefusedProps) {
  const words = useWords();
  const { undo } = words.conversions;
  const kinds: Readonly<Record<string, string>> = words.kinds;
  const says: Readonly<Record<string, (detail: string) => string>> = undo.blockers;
  return (
    <div className="ui-refused" role="alert">
      <p>{way === 'undo' ? undo.notUndone(text) : undo.notRedone(text)}</p>
      {inTheWay && inTheWay.blockers.length > 0 && (
        <p>
          {undo.inTheWay}{' '}
          {inTheWay.blockers
            .map(({ what, detail }) => says[what]?.(inWords(detail, kinds)) ?? detail)
            .join('; ')}
        </p>
      )}
      {inTheWay && onShow && (
        <button type="button" className="ui-link" onClick={() => onShow(inTheWay.recordId)}>
          {undo.show(inTheWay.recordName)}
        </button>
      )}
    </div>
  );
}

/** 'repair: Bent tip' with the kind in the words of the page. */
function inWords(detail: string, kinds: Readonly<Record<string, string>>): string {
  const [kind = '', ...rest] = detail.split(': ');
  return [kinds[kind] ?? kind, ...rest].join(': ');
}
