import { IconButton } from '#ui/Button.tsx';
import { Segments } from '#ui/Segments.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { switchSingleKeys, useSingleKeys } from '#ui/singleKeys.ts';
import { useWords } from '#ui/useLanguage.ts';
import './editing.css';

/** All keys of the table, and the switch for those without Ctrl or Alt. */
export function KeySheet({ onClose }: { onClose(): void }) {
  const { keys } = useWords().editing;
  const isOn = useSingleKeys();
  return (
    <Sheet label={keys.title} place="side" onClose={onClose}>
      <div className="editing-sheet">
        <header className="editing-head">
          <h2 className="ui-sheet-title">{keys.title}</h2>
          <IconButton icon="close" data-autofocus label={keys.close} onClick={onClose} />
        </header>
        <dl className="editing-keys">
          {keys.list.map(([key, says]) => (
            <div key={key} className="editing-key">
              <dt>{key}</dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
        <div className="editing-part">
          <p className="editing-legend">{keys.singleKeys}</p>
          <Segments
            label={keys.singleKeys}
            options={[
              { value: 'on', label: keys.singleKeysOn },
              { value: 'off', label: keys.singleKeysOff },
            ]}
            value={isOn ? 'on' : 'off'}
            onChange={(value) => switchSingleKeys(value === 'on')}
          />
        </div>
      </div>
    </Sheet>
  );
}
