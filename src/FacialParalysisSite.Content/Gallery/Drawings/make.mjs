// Draws the illustrations of the gallery, content/images/gallery/*.png, anew:
// node src/FacialParalysisSite.Content/Gallery/Drawings/make.mjs
// Needs Node.js, Chromium (CHROMIUM_PATH where it is not on the PATH) and vips (Debian: libvips-tools). Nobody sat for
// them: a face is a dozen numbers below, and its colours are those of the site.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const out = fileURLToPath(new URL('../../../../content/images/gallery', import.meta.url));
const plate = '#0e2f2a';
const line = '#f2f0e6';
const nerve = '#f4bc45';

// One half of a face, drawn to the right of the middle line x = 0; the other half is its mirror. Numbers are units of a
// drawing of 800 x 800: how far brow and corner of the mouth are up, how far the eye is open, how deep the fold beside
// the nose is.
const still = { brow: 0, eye: 1, corner: 0, wide: 0, fold: 0 };

const half = ({ brow, eye, corner, wide, fold }) => {
  const [inner, outer, middle] = [34, 118, 76];
  const upper = 366 - 34 * eye;
  const lower = 378 + (eye < 1 ? 4 * (1 - eye) : 0);
  const mouth = { x: 66 + wide, y: 566 - corner };
  const lid = (y) => `M${inner} 376 C${inner + 18} ${y} ${outer - 26} ${y} ${outer} 372`;
  const parts = [
    `M28 ${312 - brow} C52 ${294 - brow * 1.2} 96 ${290 - brow * 1.2} 128 ${316 - brow}`,
    lid(upper),
    eye > 0.12 ? lid(lower + 14) : '',
    fold > 0 ? `M${42 + fold * 0.2} 470 C${62 + fold * 0.5} 490 ${76 + fold * 0.6} ${520 - corner * 0.4} ${mouth.x + 18} ${556 - corner * 0.6}` : '',
    `M0 ${548 + corner * 0.05} C14 ${542 - corner * 0.05} ${mouth.x - 30} ${556 - corner * 0.2} ${mouth.x} ${mouth.y}`,
    `M0 562 C22 ${564 + corner * 0.12} ${mouth.x - 24} ${566 - corner * 0.35} ${mouth.x} ${mouth.y}`,
    `M0 ${592 + corner * 0.1} C26 ${594 + corner * 0.12} ${mouth.x - 26} ${582 - corner * 0.2} ${mouth.x} ${mouth.y}`,
    `M12 420 C16 446 40 448 38 466 C36 478 20 482 0 484`,
  ];
  // Through the opening of the lids one sees a part of the round iris.
  const iris = eye > 0.12
    ? `<clipPath id="eye"><path d="${lid(upper)} L${outer} 372 C${outer - 26} ${lower + 14} ${inner + 18} ${lower + 14} ${inner} 376"/></clipPath><g clip-path="url(#eye)"><circle cx="${middle}" cy="366" r="19"/><circle class="dot" cx="${middle}" cy="366" r="8"/></g>`
    : '';
  return { path: parts.join(' '), iris };
};

const outline = 'M0 118 C120 118 206 204 206 348 C206 470 180 566 128 634 C92 682 46 706 0 706';
const ear = 'M206 352 C232 330 250 356 240 396 C232 430 220 452 200 446';
const neck = 'M112 654 C112 700 118 742 150 800';
const hair = 'M0 152 C92 150 160 210 176 300';

// One point in front of the ear, five branches that leave it level: to the brow, the eye, the cheek, the jaw and the neck.
const branches = ['M196 410 C150 410 172 268 84 256', 'M196 410 C160 410 168 348 132 344', 'M196 410 C150 410 150 486 92 506', 'M196 410 C156 410 168 560 84 622', 'M196 410 C172 410 184 560 150 690'];

const face = (healthy, hurt) => {
  const [a, b] = [half(healthy), half(hurt)];
  const common = `<path d="${outline} ${ear} ${neck} ${hair}"/>`;
  const side = (drawn, flip, id) => `<g transform="translate(400 0)${flip ? ' scale(-1 1)' : ''}">${common}<path d="${drawn.path}"/>${drawn.iris.replaceAll('"eye"', `"${id}"`).replaceAll('#eye', `#${id}`)}</g>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="70 88 660 660" width="960" height="960">
<style>path,circle{fill:none;stroke:${line};stroke-width:5;stroke-linecap:round;stroke-linejoin:round}.dot{fill:${line};stroke:none}.nerve path{stroke:${nerve};stroke-width:4}.nerve circle{fill:${nerve};stroke:none}clipPath path{stroke:none}</style>
<rect x="70" y="88" width="660" height="660" fill="${plate}"/>${side(a, true, 'one')}${side(b, false, 'two')}
<g class="nerve" transform="translate(400 0)">${branches.map((branch) => `<path d="${branch}"/>`).join('')}<circle cx="196" cy="410" r="10"/></g></svg>`;
};

const smile = { ...still, brow: 2, eye: 0.8, corner: 40, wide: 16, fold: 26 };
const drawings = {
  'rest-before': [{ ...still, fold: 8 }, { ...still, brow: -14, corner: -16, fold: 0 }],
  'rest-after': [{ ...still, fold: 8 }, { ...still, brow: -8, corner: -5, fold: 5 }],
  'smile-before': [smile, { ...still, brow: -14, corner: -12, wide: 2, fold: 0 }],
  'smile-after': [smile, { ...still, brow: -8, eye: 0.92, corner: 20, wide: 9, fold: 16 }],
  'synkinesis-before': [smile, { ...smile, brow: -8, eye: 0.3, corner: 24, wide: 12, fold: 34 }],
  'synkinesis-after': [smile, { ...smile, brow: -2, eye: 0.62, corner: 28, wide: 12, fold: 28 }],
  'closing-before': [{ ...still, eye: 0, fold: 8 }, { ...still, brow: -12, eye: 0.55, corner: -10, fold: 0 }],
  'closing-after': [{ ...still, eye: 0, fold: 8 }, { ...still, brow: -12, eye: 0.14, corner: -10, fold: 0 }],
  'little-before': [smile, { ...still, brow: -14, corner: -8, wide: 2, fold: 0 }],
  'little-after': [smile, { ...still, brow: -13, corner: -2, wide: 3, fold: 4 }],
};

const work = mkdtempSync(join(tmpdir(), 'drawings-'));
try {
  mkdirSync(out, { recursive: true });
  for (const [name, halves] of Object.entries(drawings)) {
    const page = join(work, 'face.html');
    writeFileSync(page, `<!doctype html><style>body{margin:0}svg{display:block}</style>${face(...halves)}`);
    execFileSync(process.env.CHROMIUM_PATH ?? 'chromium', ['--headless', '--no-sandbox', '--hide-scrollbars', '--force-device-scale-factor=1',
      '--window-size=960,960', `--screenshot=${join(work, 'whole.png')}`, pathToFileURL(page).href], { stdio: 'ignore' });
    execFileSync('vips', ['pngsave', join(work, 'whole.png'), join(out, `${name}.png`), '--palette', '--bitdepth=4', '--dither=0', '--compression=9', '--strip']);
    console.log(name);
  }
} finally {
  rmSync(work, { recursive: true });
}
