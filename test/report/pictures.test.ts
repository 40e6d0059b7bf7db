/** Pictures of a graph: what they show, that their languages take them, and that nothing of a project gets out of its quotes. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { graphDot } from '../../src/report/graph-dot';
import { graphMermaid } from '../../src/report/graph-mermaid';
import { graphSvg } from '../../src/report/graph-svg';
import { pictureOf } from '../../src/report/picture';
import type { Graph } from '../../src/topology/graph';
import { EXAMPLES, graphFrom, large, SCENARIOS, SHOP } from '../support/graphs';
import { parseXml } from '../support/xml';

const ATTACKS = [
  '"]; click n0 "javascript:alert(1)"',
  '"] end subgraph x',
  '`markdown`',
  '<script>alert(1)</script>',
  '</svg><script>',
  ']]>',
  '--> n1',
  '%%{init: {}}%%',
  '#quot;',
  '&lt;&#10;',
  '\\N \\" \\',
  'style n0 fill:#f00;',
  'a\nb\r\n--> c',
  '\u0000\u0007\u001b[31m',
  '\u202e\u2066',
  '\ud800',
  '\ufffe',
  'end',
  '1. list',
  '- item',
  '漢字 é 👩',
  '',
];

/** A graph whose every name tries to be something else. */
const hostile: Graph = {
  ...SHOP,
  project: ATTACKS.join(' '),
  services: ATTACKS.map((name, index) => ({
    name: `${name}${index}`,
    role: index % 2 === 0 ? 'database' : 'app',
    tier: index % 2 === 0 ? 'data' : 'app',
    roleConfidence: 'high',
    roleEvidence: [],
    namespace: `${name}${index}`,
    networks: [{ key: name, engineName: `net${index % 5}`, aliases: [], internal: false, external: index % 3 === 0 }],
  })),
  networks: ATTACKS.map((key, index) => ({
    key,
    engineName: `net${index}`,
    driver: 'bridge',
    internal: false,
    external: false,
    icc: true,
    services: [],
  })),
  reach: [],
  exposures: [],
  channels: [],
  ingress: ATTACKS.map((name, index) => ({
    service: `${name}${index}`,
    target: 80,
    published: 80,
    hostIp: '0.0.0.0',
    from: 'lan',
  })),
  flows: ATTACKS.slice(1).map((name, index) => ({
    from: `${ATTACKS[index]}${index}`,
    to: `${name}${index + 1}`,
    evidence: [],
  })),
  unintended: [{ from: `${ATTACKS[0]}0`, to: `${ATTACKS[4]}4`, network: 'net0' }],
};

const GRAPHS: readonly (readonly [string, Graph])[] = [
  ['shop', SHOP],
  ['hostile', hostile],
  ['nobody', graphFrom('services: {}')],
  ['sixty', large(60, 8)],
  ['six hundred', large(600, 90)],
  ...EXAMPLES,
  ...SCENARIOS,
];

test('Mermaid takes every picture, within the limits of GitHub', () => {
  const texts = GRAPHS.map(([, graph]) => graphMermaid(graph));
  const { stdout, stderr } = spawnSync(process.execPath, [path.join(__dirname, '..', 'support', 'mermaid-parse.mjs')], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const wrong = (JSON.parse(stdout) as (string | null)[]).flatMap((error, index) =>
    error ? [`${GRAPHS[index]?.[0]}: ${error}`] : [],
  );
  expect(wrong).toEqual([]);
  for (const text of texts) {
    expect(text.length).toBeLessThan(50_000);
    expect(text.match(/^ {2}[nw]\d+ [-=]/gm)?.length ?? 0).toBeLessThan(500);
  }
}, 60_000);

test.each(GRAPHS)('SVG is well-formed and inert: %s', async (_, graph) => {
  const root = parseXml(await graphSvg(graph));
  const names = new Set<string>();
  const walk = (element: typeof root): void => {
    names.add(element.name);
    for (const [key, value] of element.attributes) {
      expect(key).not.toMatch(/^on|href/i);
      if (value.includes('url(')) expect(value).toMatch(/^url\(#(dark|blue|grey|red|cross)\)$/);
    }
    for (const child of element.children) walk(child);
  };
  walk(root);
  const allowed = new Set(['svg', 'title', 'defs', 'marker', 'path', 'rect', 'text', 'g']);
  expect([...names].filter((name) => !allowed.has(name))).toEqual([]);
});

test.each(GRAPHS)('DOT keeps every text in its quotes: %s', (_, graph) => {
  const bare = graphDot(graph).replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
  expect(bare).not.toContain('\\');
  for (const line of bare.split('\n')) {
    expect(line).toMatch(
      /^$|^digraph "" \{$|^ {2}(?:graph|node|edge) \[|^ {2}label=""$|^ {2}labelloc=b$|^\s+[nw]\d+(?: -> [nw]\d+)?(?: \[[^[\]]*\])?$|^ {2}subgraph cluster_c\d+ \{$|^ {4}label=""; |^ {2}\}$|^\}$/,
    );
  }
});

test('a picture groups by networks and marks what matters', () => {
  const { clusters, arrows, outside } = pictureOf(SHOP);
  expect(
    clusters.map(({ label, boxes }) => [
      label,
      boxes.map(({ lines, entry, alarm }) =>
        [...lines, entry ? 'entry' : '', alarm ? 'alarm' : ''].filter(Boolean).join(' '),
      ),
    ]),
  ).toEqual([
    ['back (internal) + ops', ['admin entry']],
    ['the host’s network', ['agent app entry']],
    ['back (internal) + front', ['api app', 'proxy edge entry', 'sidecar app']],
    ['back (internal)', ['db database alarm']],
  ]);
  expect(outside.map(({ lines }) => lines[0])).toEqual(['LAN and internet', 'this machine']);
  expect(arrows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['published', 'unintended', 'shared']));
});

test('what is too large is drawn as groups, and says so', () => {
  const picture = pictureOf(large(600, 90));
  expect(picture.clusters.length).toBeLessThanOrEqual(100);
  expect(picture.arrows.length).toBeLessThanOrEqual(300);
  expect(picture.notes[0]).toMatch(/services are (?:not drawn|drawn as groups)/);
});

test('the same graph gives the same pictures', async () => {
  expect(graphMermaid(SHOP)).toBe(graphMermaid(SHOP));
  expect(graphDot(SHOP)).toBe(graphDot(SHOP));
  expect(await graphSvg(SHOP)).toBe(await graphSvg(SHOP));
});
