// Bundles the page into src/main/resources/org/casus/server/page; --check compares with what is there.
import { build } from 'esbuild';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '../resources/org/casus/server/page');
/** Yasqe's bundle finds the global object by evaluating text, which the page's policy forbids. */
const withoutEval = {
  name: 'without-eval',
  setup: (plugins) => plugins.onLoad({ filter: /yasqe\.min\.js$/ }, ({ path }) => ({
    loader: 'js',
    contents: readFileSync(path, 'utf8')
      .replaceAll('new Function("return this")()', 'globalThis')
      .replaceAll('Function("return this")()', 'globalThis')
      .replaceAll('Function("r","regeneratorRuntime = r")(i)', 'globalThis.regeneratorRuntime=i'),
  })),
};
const bundle = await build({
  plugins: [withoutEval],
  absWorkingDir: here,
  entryPoints: { main: 'src/main.js' },
  outdir: out,
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  target: 'es2022',
  chunkNames: 'part-[hash]',
  assetNames: '[name]-[hash]',
  loader: { '.svg': 'dataurl', '.png': 'dataurl' },
  legalComments: 'none',
  metafile: true,
  write: false,
});
const made = new Map(bundle.outputFiles.map((file) => [file.path.slice(out.length + 1), Buffer.from(file.contents)]));
made.set('index.html', readFileSync(join(here, 'src/index.html')));
made.set('icon.svg', readFileSync(join(here, 'src/icon.svg')));
made.set('world.json', readFileSync(join(here, 'node_modules/world-atlas/countries-50m.json')));
made.set('licences.txt', Buffer.from(licences()));

if (process.argv.includes('--check')) {
  const there = existsSync(out) ? readdirSync(out) : [];
  const stale = [...new Set([...there, ...made.keys()])]
    .filter((name) => !there.includes(name) || !made.has(name) || !readFileSync(join(out, name)).equals(made.get(name)));
  if (stale.length > 0) {
    console.error(`not what the sources make: ${stale.join(', ')}; run npm run build`);
    process.exit(1);
  }
} else {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const [name, content] of made) writeFileSync(join(out, name), content);
}

/** The licences of all packages whose code is in the bundle, and of the map. */
function licences() {
  const packages = new Set(['world-atlas']);
  for (const path of Object.keys(bundle.metafile?.inputs ?? {})) {
    const name = path.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1];
    if (name) packages.add(name);
  }
  return [...packages].sort().map((name) => {
    const folder = join(here, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
    return `${name} ${version}: ${license}\n\n${text}\n`;
  }).join(`\n${'='.repeat(80)}\n`);
}
