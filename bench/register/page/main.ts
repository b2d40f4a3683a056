import {
  book,
  hamlet,
  makeHome,
  makeVisitOperation,
  today,
} from '../../../src/field/register/hamlet.test-support.ts';
import { Register } from '../../../src/field/register/register.ts';
import { householdsOf } from '../../../src/field/screens/reading/household-filter.ts';
import { rowOf } from '../../../src/field/screens/reading/row.ts';
import { targetsOf } from '../../../src/field/screens/reading/target-view.ts';
import { visitsOfToday } from '../../../src/field/screens/reading/today.ts';

// What the phone works out of a hamlet, on a page of its own: no product, no drawing.
const households = 550;
const unsent = 400;
const homes = Array.from({ length: households }, (_, index) => makeHome(index));
const operations = Array.from({ length: unsent }, (_, index) => makeVisitOperation(index + 1, index));
const memberId = book.me.memberId;

function filled(): Register {
  const register = new Register(today);
  register.setBook(book, today);
  register.take(homes, []);
  register.setOperations(operations);
  return register;
}

const things: Record<string, () => () => unknown> = {
  'app start: 550 households, 400 operations laid over': () => () => filled(),
  'today, first time': () => {
    const register = filled();
    return () => visitsOfToday(register, hamlet, memberId, 10);
  },
  'all targets, first time': () => {
    const register = filled();
    return () => targetsOf(register, hamlet, undefined);
  },
  'who is left of the largest target, first time, 20 rows told': () => {
    const register = filled();
    return () =>
      largest(register)
        .slice(0, 20)
        .map((left) => left.missing);
  },
  'who is left, again': () => {
    const register = filled();
    largest(register);
    return () =>
      largest(register)
        .slice(0, 20)
        .map((left) => left.missing);
  },
  'list, first time, 16 rows told': () => {
    const register = filled();
    return () =>
      householdsOf(register, hamlet, memberId)
        .find(asked(''))
        .slice(0, 16)
        .map((row) => rowOf(register, row));
  },
  'search, first letter': () => {
    const register = filled();
    householdsOf(register, hamlet, memberId).find(asked(''));
    return () => search(register, 'n');
  },
  'search, each further letter': () => {
    const register = filled();
    search(register, 'n');
    return () => search(register, 'nguyen van dung');
  },
  'one more visit written, then all targets': () => {
    const register = filled();
    targetsOf(register, hamlet, undefined);
    return () => {
      register.add(makeVisitOperation(unsent + 1, 500));
      return targetsOf(register, hamlet, undefined);
    };
  },
  '50 changed households arrive under 400 operations, then all targets': () => {
    const register = filled();
    targetsOf(register, hamlet, undefined);
    const news = Array.from({ length: 50 }, (_, index) => makeHome(index * 7, { edition: 1 }));
    return () => {
      register.take(news, []);
      return targetsOf(register, hamlet, undefined);
    };
  },
  '100 operations confirmed, then all targets': () => {
    const register = filled();
    targetsOf(register, hamlet, undefined);
    return () => {
      register.setOperations(operations.slice(100));
      return targetsOf(register, hamlet, undefined);
    };
  },
};

const asked = (query: string) => ({ query, filter: 'all' as const, group: '' });

function search(register: Register, query: string): unknown {
  return householdsOf(register, hamlet, memberId)
    .find(asked(query))
    .slice(0, 16)
    .map((row) => rowOf(register, row, query));
}

function largest(register: Register) {
  const lists = book.targets.map((target) => register.whoIsLeft(target, hamlet));
  return lists.sort((one, other) => other.length - one.length)[0] ?? [];
}

/** Each thing five times on a register of its own, the middle one and the worst (ms); the warm-up is not told. */
function measure(): { what: string; middle: number; worst: number }[] {
  return Object.entries(things).map(([what, prepare]) => {
    const times = Array.from({ length: 6 }, () => {
      const run = prepare();
      const begun = performance.now();
      run();
      return performance.now() - begun;
    }).slice(1);
    times.sort((one, other) => one - other);
    return { what, middle: times[2] ?? 0, worst: times.at(-1) ?? 0 };
  });
}

Object.assign(window, { measure });
