import { useMantineColorScheme } from '@mantine/core';
import { useId } from 'react';
import type { Connection } from '#api/connection.ts';
import { useSession } from '#api/session.ts';
import { Icon } from '#ui/Icon.tsx';
import { Segments } from '#ui/Segments.tsx';
import { switchSingleKeys, useSingleKeys } from '#ui/singleKeys.ts';
import { LANGUAGES, useLanguage } from '#ui/useLanguage.ts';

const SCHEMES = ['auto', 'light', 'dark'] as const;

interface PersonMenuProps {
  connection: Connection;
}

/** Who is here and in which role; language and appearance behind it. */
export function PersonMenu({ connection }: PersonMenuProps) {
  const { words, language, choose } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { data } = useSession();
  const panel = useId();
  const { keys } = words.editing;
  const areOn = useSingleKeys();
  const name = data?.person.name ?? '';
  const role = data ? words.roles[data.person.role] : '';
  const schemes = SCHEMES.map((value) => ({ value, label: words.app.schemes[value] }));
  const languages = LANGUAGES.map((value) => ({ value, label: words.app.languages[value] }));
  return (
    <>
      <button type="button" className="shell-person" popoverTarget={panel}>
        <span className="shell-avatar" data-connection={connection}>
          <Icon name={connection === 'unreachable' ? 'offline' : 'person'} size={16} />
        </span>
        <span className="shell-person-text">
          <span>{name}</span>
          <span>{role}</span>
        </span>
        <span className="ui-hidden">{words.app.menu}</span>
        <Icon name="down" size={14} />
      </button>
      <div id={panel} popover="auto" className="shell-menu">
        <p className="shell-menu-person">
          <strong>{name}</strong>
          <span>{role}</span>
        </p>
        <p className="shell-menu-title">{words.app.appearance}</p>
        <Segments
          label={words.app.appearance}
          options={schemes}
          value={colorScheme}
          onChange={setColorScheme}
        />
        <p className="shell-menu-title">{words.app.language}</p>
        <Segments label={words.app.language} options={languages} value={language} onChange={choose} />
        <p className="shell-menu-title">{keys.singleKeys}</p>
        <Segments
          label={keys.singleKeys}
          options={[
            { value: 'on', label: keys.singleKeysOn },
            { value: 'off', label: keys.singleKeysOff },
          ]}
          value={areOn ? 'on' : 'off'}
          onChange={(value) => switchSingleKeys(value === 'on')}
        />
      </div>
    </>
  );
}
