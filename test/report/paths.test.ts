import { fromRoot, uriOf } from '../../src/report/paths.js';

test.each([
  ['compose.yaml', '', 'compose.yaml'],
  ['compose.yaml', 'deploy/shop', 'deploy/shop/compose.yaml'],
  ['./compose.yaml', 'deploy', 'deploy/compose.yaml'],
  ['../base/compose.yaml', 'deploy/shop', 'deploy/base/compose.yaml'],
  ['../../compose.yaml', 'deploy/shop', 'compose.yaml'],
  ['../../../compose.yaml', 'deploy/shop', '../compose.yaml'],
  ['../../../../compose.yaml', 'deploy/shop', '../../compose.yaml'],
  ['/srv/compose.yaml', 'deploy', '/srv/compose.yaml'],
  ['C:/srv/compose.yaml', 'deploy', 'C:/srv/compose.yaml'],
])('%s in %j is %s from the root', (file, folder, expected) => {
  expect(fromRoot(file, { folder })).toBe(expected);
});

test.each([
  ['my shop/compose.yaml', 'my%20shop/compose.yaml'],
  ['a#b?c%d/x:y.yaml', 'a%23b%3Fc%25d/x%3Ay.yaml'],
  ["(it's)!*.yaml", '%28it%27s%29%21%2A.yaml'],
  ['数/é.yaml', '%E6%95%B0/%C3%A9.yaml'],
  ['half\ud800', 'half%EF%BF%BD'],
  ['../compose.yaml', '../compose.yaml'],
  ['/srv/a b.yaml', 'file:///srv/a%20b.yaml'],
  ['C:/srv/a b.yaml', 'file:///C:/srv/a%20b.yaml'],
])('%j is %s as a URI', (file, uri) => {
  expect(uriOf(file)).toBe(uri);
});
