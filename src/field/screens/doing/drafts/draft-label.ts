import { headNameOf } from '#features/sync/model/listed-home.ts';
import type { Register } from '../../../register/register.ts';
import { textOf, type Typed } from '../form/typed.ts';
import * as words from './words.ts';

/** A draft in the list: what it is and of whom. Its key is the address at which it goes on. */
export interface DraftLabel {
  kind: string;
  of: string;
}

/** Names a draft by its address; what was typed names a household that is not in the register yet. */
export function labelOf(key: string, typed: Typed, register: Register): DraftLabel {
  const [room = '', id = '', what = '', personId = '', ofPerson = ''] = key.split('/');
  if (room !== 'ho') {
    const names = ['residents.0.fullName', 'title', 'personName'].map((field) => textOf(typed, field).trim());
    const name = names.find(Boolean) ?? '';
    const of = room === 'hop' || room === 'lop' ? words.whole : name;
    return { kind: words.kinds[room] ?? words.other, of };
  }
  const home = register.home(id);
  const person = home?.people.find((one) => one.id === personId);
  const kind = words.kinds[what === 'nguoi' ? `nguoi/${ofPerson}` : what] ?? words.other;
  if (!home) return { kind, of: words.elsewhere };
  return { kind, of: person?.fullName ?? words.household(headNameOf(home)) };
}
