import { junit } from '../../src/report/junit.js';
import { expectCase } from '../support/golden.js';
import { findingOf, locationOf, rangeOf, reportOf, SHOP, SHOP_REPORT } from '../support/report.js';
import { elementsNamed, parseXml } from '../support/xml.js';

test('a whole report', () => {
  expectCase('report/junit.xml', junit(SHOP_REPORT));
});

test('counts agree with what is there', () => {
  const finding = findingOf({ project: 'unlisted', locations: [locationOf(rangeOf(SHOP, 'proxy'), '')] });
  const projects = ['shop', 'idle', 'shop'].map((name) => ({ name, files: [], services: 1 }));
  const root = parseXml(junit(reportOf({ ...SHOP_REPORT, projects, findings: [...SHOP_REPORT.findings, finding] })));
  for (const element of [root, ...root.children]) {
    const counts = ['testcase', 'failure', 'error'].map((name) => String(elementsNamed(element, name).length));
    expect(['tests', 'failures', 'errors'].map((name) => element.attributes.get(name))).toEqual(counts);
  }
  expect(root.children.map(({ attributes }) => attributes.get('name'))).toEqual([
    'shop',
    'idle',
    'unlisted',
    'not analyzed',
  ]);
});
