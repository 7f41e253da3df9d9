// Draws the cards of wwwroot/images/cards anew from the words in cards.json: node src/FacialParalysisSite.Web/Assets/Cards/make.mjs
// Needs Node.js, Chromium (CHROMIUM_PATH where it is not on the PATH), pngquant and zopflipng. Drawing, mark, colours and fonts
// are those of the site.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../../../..');
const read = (...path) => readFileSync(join(...path), 'utf8');
const partial = (name) => read(here, '../../Pages/Shared', name).match(/<svg[\s\S]*?<\/svg>/)[0].replace(/@Model/, '');
const plain = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const cards = join(root, 'wwwroot/images/cards');
const styles = read(root, 'wwwroot/css/tokens.css').replaceAll('url(../fonts/', `url(${pathToFileURL(join(root, 'wwwroot/fonts'))}/`);
const clinic = read(root, 'content/clinic.yml').match(/^name: "(.*)"$/m)[1];
const work = mkdtempSync(join(tmpdir(), 'cards-'));
try {
  for (const [name, { title, summary }] of Object.entries(JSON.parse(read(cards, 'cards.json')))) {
    const parts = { styles, nerve: partial('_Nerve.cshtml'), mark: partial('_Mark.cshtml'), title: plain(title), summary: plain(summary), clinic: plain(clinic) };
    writeFileSync(join(work, 'card.html'), read(here, 'card.html').replace(/\{\{(\w+)\}\}/g, (_, part) => parts[part]));
    execFileSync(process.env.CHROMIUM_PATH ?? 'chromium', ['--headless', '--no-sandbox', '--hide-scrollbars', '--window-size=1200,630', '--virtual-time-budget=5000',
      `--screenshot=${join(work, 'whole.png')}`, pathToFileURL(join(work, 'card.html')).href], { stdio: 'ignore' });
    execFileSync('pngquant', ['--force', '--output', join(work, 'few.png'), '32', join(work, 'whole.png')]);
    execFileSync('zopflipng', ['-y', join(work, 'few.png'), join(cards, `${name}.png`)], { stdio: 'ignore' });
    console.log(name);
  }
} finally {
  rmSync(work, { recursive: true });
}
