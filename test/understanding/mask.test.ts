import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskJobNumber, maskName, maskPhone } from '../../src/messages/mask.ts';

describe('in the admin chat', () => {
  test.each([
    ['09012345678', '090-****-5678'],
    ['0534541910', '053-***-1910'],
    ['0538123456', '05****3456'],
    ['somebody', '********'],
  ])('the phone number %s is %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  test.each([
    ['22020-01234567', '22020-*****567'],
    ['22020-123456', '22020-***456'],
    ['22020-1234', '22020-**34'],
    ['22020-1', '22020-*'],
    ['220201234567', '************'],
  ])('the jobseeker number %s is %s', (jobNumber, masked) => {
    expect(maskJobNumber(jobNumber)).toBe(masked);
  });

  test.each([
    ['佐藤 花子', '佐* 花*'],
    ['佐藤　花子', '佐* 花*'],
    ['佐藤花子', '佐*'],
    ['林 桂', '林* 桂*'],
    ['林', '林*'],
    ['𠮷田 葵', '𠮷* 葵*'],
    ['葛\u{E0100}城 舞', '葛\u{E0100}* 舞*'],
    ['Maria Aparecida dos Santos', 'M* A* d* S*'],
    ['マリア・シルバ', 'マ* シ*'],
    ['', '*'],
  ])('the name %s is %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  test('half of the own part of a jobseeker number stays hidden', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{5}-\d{1,8}$/), (jobNumber) => {
        const own = jobNumber.slice(6);
        const masked = maskJobNumber(jobNumber).slice(6);
        expect(masked).toHaveLength(own.length);
        expect(masked.replaceAll('*', '').length * 2).toBeLessThanOrEqual(own.length);
      }),
    );
  });
});
