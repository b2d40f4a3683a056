import type { Plugin } from 'vite';

/**
 * Svelte scopes the later parts of a selector as `:where(.svelte-x)`, which Chrome 87 does not know: it drops the whole
 * rule. The bare class says the same; both parts of a selector grow alike, so who wins stays as it was.
 */
export function plainScope(): Plugin {
  return {
    name: 'plain-scope',
    transform: {
      filter: { id: /svelte&type=style/ },
      handler: (css) => css.replace(/:where\((\.svelte-[\w-]+)\)/g, '$1'),
    },
  };
}
