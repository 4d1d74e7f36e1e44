#!/usr/bin/env node
// Serves the page on this machine alone, and opens nothing else: npx truce-game [PORT]
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const page = fileURLToPath(new URL('page/', import.meta.url));
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.properties': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};
const wanted = process.argv[2] ?? '8080';
const port = Number(wanted);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`truce-game: ${wanted} is not a port. A port is a number from 0 to 65535; 0 takes any free one.`);
  process.exit(2);
}

const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  const file = join(page, normalize(path.endsWith('/') ? `${path}index.html` : path));
  if (!file.startsWith(page) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-cache' });
  createReadStream(file).pipe(response);
});
server.on('error', fault => {
  console.error(`truce-game: port ${port} cannot be used (${fault.code}). Give another one: npx truce-game 8081`);
  process.exit(1);
});
server.listen(port, '127.0.0.1', () => console.log(`Open http://127.0.0.1:${server.address().port}/ in a browser. Ctrl+C ends it.`));
