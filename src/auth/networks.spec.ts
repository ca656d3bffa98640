import { describe, expect, it } from '@jest/globals';
import { networkOf, Networks } from './networks.js';

describe('a network', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['1::', '1:0:0:0'],
    ['unknown', undefined],
    ['10.1', undefined],
    ['0x7f.0.0.1', undefined],
    ['192.0.2.1, 192.0.2.2', undefined],
  ])('of %s is %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });

  it('behind a proxy that nobody named is not known', () => {
    for (const ip of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
      expect(new Networks(true).of({ ip })).toBeUndefined();
      expect(new Networks(false).of({ ip })).toBeDefined();
    }
    expect(new Networks(true).of({ ip: '192.0.2.1' })).toBe('192.0.2.1');
  });
});
