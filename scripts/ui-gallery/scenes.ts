import { render } from 'svelte/server';
import '#ui/ui.css';
import Door from './Door.svelte';
import Form from './Form.svelte';
import Home from './Home.svelte';
import List from './List.svelte';

export type Scenes = Record<string, { title: string; html: () => string }>;

/** Every scene of the gallery as the HTML that a server would send. */
export const scenes: Scenes = {
  home: { title: 'Hôm nay', html: () => render(Home).body },
  form: { title: 'Ghi lần gặp', html: () => render(Form).body },
  list: { title: 'Sổ hộ', html: () => render(List).body },
  door: { title: 'Đăng nhập', html: () => render(Door).body },
};
