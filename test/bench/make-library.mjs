// @ts-check
// Promises a library of any size for measuring, the same each time for the same seed: the sample
// library's records again and again, each with an id, a title, a day and a service of its own.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SERVICES = ['orders-db', 'gateway', 'checkout', 'pricing', 'ledger', 'billing', 'search'];
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A small generator of numbers from 0 to 1 (mulberry32).
 * @param {number} seed
 */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * @param {string} sample folder of the sample library
 * @param {string} folder where to write; made if missing
 * @param {number} count
 * @param {number} [seed]
 */
export function makeLibrary(sample, folder, count, seed = 1) {
  const next = random(seed);
  const texts = readdirSync(sample, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^\d{4}[\\/].*\.md$/.test(file))
    .sort()
    .map((file) => readFileSync(path.join(sample, file), 'utf8'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'close-call.yml'), `close-call: 1\nname: ${count} near misses\n`);
  for (let i = 0; i < count; i += 1) {
    const text = texts[i % texts.length] ?? '';
    const year = 2020 + Math.floor(next() * 7);
    const month = String(1 + Math.floor(next() * 12)).padStart(2, '0');
    const day = String(1 + Math.floor(next() * 28)).padStart(2, '0');
    const id = Array.from({ length: 25 }, () => CROCKFORD[Math.floor(next() * 32)]).join('');
    const service = SERVICES[Math.floor(next() * SERVICES.length)];
    const own = text
      .replace(/^id: .*$/m, `id: 0${id}`)
      .replace(/^title: (['"]?)(.*)$/m, `title: $1${i} $2`)
      .replace(/^occurred: .*$/m, `occurred: ${year}-${month}-${day}`)
      .replace(/^services: .*$/m, `services: [${service}]`);
    mkdirSync(path.join(folder, String(year)), { recursive: true });
    writeFileSync(path.join(folder, `${year}/${year}-${month}-${day}-near-miss-${i}.md`), own);
  }
}
