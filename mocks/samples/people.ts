import type { Person } from '#domain/access.ts';

/** Who works at the sample shop. */
export const PEOPLE = {
  mira: { id: 'mira', name: 'Mira Brandt', role: 'admin' },
  hanna: { id: 'hanna', name: 'Hanna Lutz', role: 'manager' },
  luis: { id: 'luis', name: 'Luis Ortega', role: 'staff' },
  jo: { id: 'jo', name: 'Jo Keller', role: 'viewer' },
} as const satisfies Record<string, Person>;
