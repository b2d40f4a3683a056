/** Where the app is: the part of the address below /di-dong/, in unaccented Vietnamese ('ho/<id>/gap'). */
const base = import.meta.env.BASE_URL;

const here = () => decodeURI(location.pathname.slice(base.length)).replace(/\/$/, '');

class Router {
  path = $state(here());

  /** The parts of the address: ['ho', id, 'gap']. */
  get parts(): string[] {
    return this.path.split('/').filter(Boolean);
  }

  /** Goes to a place of the app; `replace` when going back should not come here again (a form that was saved). */
  go(path: string, { replace = false } = {}): void {
    history[replace ? 'replaceState' : 'pushState'](null, '', base + path);
    this.path = here();
    scrollTo(0, 0);
  }

  /** Back, or to the given place when the app was opened here. */
  back(otherwise: string): void {
    if (history.length > 1) history.back();
    else this.go(otherwise, { replace: true });
  }

  /** Wires the browser's own going back, and links of the app, so that a tap never loads the page anew. */
  start(): void {
    addEventListener('popstate', () => (this.path = here()));
    document.addEventListener('click', (event) => {
      if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey) return;
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const address = link?.getAttribute('href');
      if (!link || !address?.startsWith(base) || link.target !== '' || link.hasAttribute('download')) return;
      event.preventDefault();
      this.go(address.slice(base.length));
    });
  }
}

export const router = new Router();

/** The address of a place of the app, for links. */
export const to = (path: string) => base + path;
