import { container, onEc2, withSides } from '../task-definitions.ts';
import { first, type RuleRow, refuses, second, takes } from './row.ts';

export const names: readonly RuleRow[] = [
  refuses('T01', 'a family is required', { containerDefinitions: [container()] }, ''),
  refuses('T01', 'a family has no spaces', onEc2({ family: 'my shop' }), '/family'),
  refuses('T01', 'a family has no 256th character', onEc2({ family: 'a'.repeat(256) }), '/family'),
  refuses('T01', 'a family is not empty', onEc2({ family: '' }), '/family'),
  takes('T01', 'a family may have 255 letters, digits, _ and -', onEc2({ family: `Shop_1-${'a'.repeat(248)}` })),
  refuses('T02', 'containers are required', { family: 'shop' }, ''),
  refuses('T02', 'one container at least', { family: 'shop', containerDefinitions: [] }, '/containerDefinitions'),
  refuses(
    'T02',
    'ten containers at most',
    onEc2(withSides({}, ...Array.from({ length: 10 }, () => ({})))),
    '/containerDefinitions',
  ),
  takes('T02', 'ten containers are allowed', onEc2(withSides({}, ...Array.from({ length: 9 }, () => ({}))))),
  refuses('T02', 'names are unique', onEc2(withSides({}, { name: 'web' })), `${second}/name`),
  refuses('T02', 'a name has no dot', onEc2({}, { name: 'web.1' }), `${first}/name`),
  refuses('T02', 'name and image are required', onEc2({ containerDefinitions: [{ memory: 128 }] }), first, first),
  refuses('T02', 'an image is not empty', onEc2({}, { image: '' }), `${first}/image`),
  refuses('T03', 'some container is essential', onEc2({}, { essential: false }), '/containerDefinitions'),
  takes('T03', 'essential is what a container is unless it says otherwise', onEc2()),
  takes('T03', 'one essential container is enough', onEc2(withSides({ essential: false }, {}))),
];
