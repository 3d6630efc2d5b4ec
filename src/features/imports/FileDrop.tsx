import { type DragEvent, useId, useRef, useState } from 'react';
import { IconButton } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { usePageWords } from '#ui/pageWords.ts';
import { useFormats } from '#ui/useLanguage.ts';

interface FileDropProps {
  label: string;
  hint: string;
  file: File | null;
  onFile(file: File | null): void;
}

const ACCEPTED = '.csv,.txt,.tsv,text/csv,text/plain';
const CSV_NAME = /\.(?:csv|txt|tsv)$/i;

/** A place for one CSV file: a real file field, on which a file can also be dropped. */
export function FileDrop({ label, hint, file, onFile }: FileDropProps) {
  const { imports } = usePageWords();
  const formats = useFormats();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  function take(given: File | undefined) {
    if (!given) return;
    const isCsv = CSV_NAME.test(given.name);
    setRefused(isCsv ? null : imports.notCsv(given.name));
    if (isCsv) onFile(given);
  }

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files[0]);
  }

  function remove() {
    if (input.current) input.current.value = '';
    onFile(null);
    input.current?.focus();
  }

  return (
    <div
      className="imports-drop"
      data-over={isOver ? '' : undefined}
      data-chosen={file ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <label htmlFor={id}>
        <Icon name={file ? 'file' : 'import'} size={22} />
        <span className="imports-drop-label">{label}</span>
        <span className="imports-drop-hint">
          {file ? `${file.name} · ${formats.bytes(file.size)}` : imports.choose}
        </span>
        {!file && <span className="imports-drop-hint">{hint}</span>}
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        accept={ACCEPTED}
        onChange={(event) => take(event.currentTarget.files?.[0])}
      />
      {file && <IconButton icon="close" label={imports.remove(file.name)} onClick={remove} />}
      {refused !== null && (
        <p role="alert" className="imports-drop-refused">
          {refused}
        </p>
      )}
    </div>
  );
}
