interface PartTabsProps<Part extends string> {
  label: string;
  parts: readonly Part[];
  labels: Readonly<Record<Part, string>>;
  part: Part;
  onPart(part: Part): void;
}

/** The parts of a page or window that have an address each; one is shown. */
export function PartTabs<Part extends string>({ label, parts, labels, part, onPart }: PartTabsProps<Part>) {
  return (
    <nav className="ui-tabs" aria-label={label}>
      {parts.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={name === part ? 'page' : undefined}
          onClick={() => onPart(name)}
        >
          {labels[name]}
        </button>
      ))}
    </nav>
  );
}
