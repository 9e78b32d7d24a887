/** A member of the demo staff (CONTRACT 2). */
export interface DemoStaff {
  email: string;
  role: 'operations' | 'compliance' | 'support' | 'admin';
  name: string;
}

/** The demo staff, two wherever a second person has to decide. */
export const demoStaff: readonly DemoStaff[] = [
  { email: 'operations@demo.test', role: 'operations', name: 'Amélie Fournier' },
  { email: 'operations2@demo.test', role: 'operations', name: 'Jonas Albrecht' },
  { email: 'compliance@demo.test', role: 'compliance', name: 'Nasrin Tehrani' },
  { email: 'compliance2@demo.test', role: 'compliance', name: 'Marek Nowak' },
  { email: 'support@demo.test', role: 'support', name: 'Grace Mbeki' },
  { email: 'admin@demo.test', role: 'admin', name: 'Ingrid Solberg' },
];

/** Those who have a part in the demo world: all whose role lets them ask or decide. */
export const worldStaff: readonly DemoStaff[] = demoStaff.filter(({ role }) => role !== 'admin');

/** The password that all demo staff share. */
export const demoPassword = 'demo-Password-1';
