interface CheckListProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string; count?: string }[];
  chosen: readonly Value[];
  onChange(chosen: Value[]): void;
}

/** Any number of a few values. */
export function CheckList<Value extends string>({ label, options, chosen, onChange }: CheckListProps<Value>) {
  return (
    <fieldset className="filter-checks">
      <legend className="ui-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="ui-menu-item">
          <input
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={({ currentTarget }) =>
              onChange(
                currentTarget.checked
                  ? [...chosen, option.value]
                  : chosen.filter((value) => value !== option.value),
              )
            }
          />
          <span>{option.label}</span>
          {option.count !== undefined && <span className="ui-hint">{option.count}</span>}
        </label>
      ))}
    </fieldset>
  );
}
