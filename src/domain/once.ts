/**
 * The function, asked once for each value: what it made then is the answer from then on, and the same value. It keeps all it made, so
 * that its values are few: the money texts that ten thousand units of a batch share, the days of a ledger, currencies.
 */
export function once<Given, Made>(make: (given: Given) => Made): (given: Given) => Made {
  const known = new Map<Given, Made>();
  return (given) => {
    const before = known.get(given);
    if (before !== undefined) return before;
    const made = make(given);
    known.set(given, made);
    return made;
  };
}
