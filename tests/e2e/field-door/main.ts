import { Session } from '../../../src/field/session/session.svelte.ts';

/*
 * The app itself, with a hand inside: the open session lies on the window, so that a test can write something down where
 * no screen is meant.
 */

const open = Session.open.bind(Session);
Session.open = async (...given) => {
  const session = await open(...given);
  Object.assign(window, { session });
  return session;
};

void import('../../../src/field/main.ts');
