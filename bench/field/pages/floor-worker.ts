export {};

// Answers with what it has, else asks the network and keeps the answer. Only the page's own few files.

interface FetchHappened extends Event {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

addEventListener('fetch', (happened) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the worker's own event, of which the page's types know nothing
  const event = happened as FetchHappened;
  if (/\/floor\//.test(event.request.url)) return;
  event.respondWith(answer(event.request));
});

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open('floor');
  const known = await cache.match(request, { ignoreSearch: true });
  if (known) return known;
  const fresh = await fetch(request);
  await cache.put(request, fresh.clone());
  return fresh;
}
