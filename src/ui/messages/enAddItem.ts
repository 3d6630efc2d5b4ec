/** The form that adds an item. */
export const enAddItem = {
  title: 'Add an item',
  name: 'Name',
  quantity: 'Quantity',
  becomes: {
    serialized: 'One unit: it keeps its own codes, costs and income.',
    bulk: (count: string) => `A batch of ${count}: costs and income belong to the batch.`,
    closed: 'No units yet: the record starts closed.',
  },
  codes: 'Stock codes',
  codesHint: 'Separate by comma or line; A001..A050 makes fifty.',
  codesPreview: (count: string, first: string, last: string) => `${count} codes: ${first} … ${last}`,
  codesOne: (code: string) => `1 code: ${code}`,
  sku: 'SKU',
  category: 'Category',
  location: 'Location',
  cost: (currency: string) => `Purchase cost, ${currency}`,
  costHint: 'What all units cost together.',
  costEach: (each: string) => `About ${each} for each unit.`,
  costForbidden: 'Only a manager may book what a thing cost to buy.',
  day: 'In stock since',
  submit: 'Add item',
};
