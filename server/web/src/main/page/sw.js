/** What the page is made of. Each name has a hash in it, so that another build has other names. */
const FILES = ["./all"];
const INDEX = "./index.html";
const OURS = `truce ${self.registration.scope} `;
const CACHE = OURS + self.location.pathname;
const addresses = new Set(FILES.map((name) => new URL(name, self.location).href));

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

// Only once no page of the build before is open, so that none loses its files.
self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(OURS) && name !== CACHE;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))));
});

// The page itself is asked for each time, and is what it was if nobody answers. All else of a server is none of this script's business.
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = request.url.replace(/[?#].*/, "");
  if (request.mode === "navigate" && [self.registration.scope, `${self.registration.scope}index.html`].includes(address)) {
    event.respondWith(fetch(request).catch(() => caches.match(INDEX)));
  } else if (addresses.has(address)) {
    event.respondWith(caches.match(request).then((found) => found ?? fetch(request)));
  }
});
