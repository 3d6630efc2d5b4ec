import { useTurnOperation } from '#api/turnOperation.ts';
import { Banner } from '#ui/Banner.tsx';
import { IconButton } from '#ui/Button.tsx';
import { explain } from '#ui/explain.ts';
import { TurnRefused, TurnRoundButton } from '#ui/TurnRound.tsx';
import { useLanguage } from '#ui/useLanguage.ts';

interface DoneNoticeProps {
  operationId: string;
  /** What was done, in the words of the page. */
  says: string;
  onShow(recordId: string): void;
  onClose(): void;
}

/** What was just done, with the way back. It stays until it is dismissed or something else is done. */
export function DoneNotice({ operationId, says, onShow, onClose }: DoneNoticeProps) {
  const language = useLanguage();
  const { undo } = language.words.conversions;
  const { isBusy, done, refused, turn } = useTurnOperation(operationId);
  const isTakenBack = done === 'undo' || refused?.way === 'redo';
  const text = done === 'undo' ? undo.undone(says) : done === 'redo' ? undo.redone(says) : says;
  const way = isTakenBack ? 'redo' : 'undo';
  return (
    <Banner
      tone={refused ? 'warn' : 'good'}
      action={
        <>
          <TurnRoundButton way={way} what={says} look="plain" isBusy={isBusy} onTurn={() => turn(way)} />
          <IconButton icon="close" label={undo.close} onClick={onClose} />
        </>
      }
    >
      {text}
      {refused && (
        <TurnRefused
          way={refused.way}
          text={explain(refused.problem, language)}
          inTheWay={refused.inTheWay}
          onShow={onShow}
        />
      )}
    </Banner>
  );
}
