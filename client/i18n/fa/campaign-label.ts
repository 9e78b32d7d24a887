import type { Translated } from '../catalogue.ts';
import type * as english from '../en/campaign-label.ts';

/** The words for values of the closed lists about campaigns and bonuses. */
export const campaignLabel: Translated<typeof english.campaignLabel> = {
  campaignKind: { public: 'عمومی', exclusive: 'اختصاصی' },
  audience: { all: 'همهٔ اعضا', joining: 'کسانی که پیوسته‌اند' },
  campaignState: { draft: 'پیش‌نویس', scheduled: 'زمان‌بندی‌شده', active: 'فعال', paused: 'متوقف', ended: 'پایان‌یافته' },
  campaignVersionState: { draft: 'پیش‌نویس', pending: 'در انتظار', approved: 'تأییدشده', rejected: 'ردشده', cancelled: 'پس‌گرفته‌شده' },
  campaignField: {
    name: 'نام',
    landing_url: 'صفحهٔ فرود',
    texts: 'متن‌ها',
    starts_at: 'آغاز',
    ends_at: 'پایان',
    regions: 'منطقه‌ها',
    programmes: 'برنامه‌ها',
    tasks: 'کارها',
    rewards: 'جایزه‌ها',
    budget: 'بودجه',
    cap_per_affiliate: 'سقف هر معرف',
  },
  taskKind: { register: 'ثبت‌نام', kyc: 'احراز هویت', deposit: 'واریز', volume: 'حجم معامله' },
  rewardKind: { cash: 'نقدی', trial_funds: 'اعتبار آزمایشی', fee_voucher: 'کوپن کارمزد' },
  side: { inviter: 'دعوت‌کننده', invitee: 'دعوت‌شده' },
  bonusState: { pending: 'در انتظار', distributed: 'توزیع‌شده', failed: 'ناموفق', reversed: 'برگشت‌خورده' },
  progressState: {
    open: 'در جریان',
    reached: 'به انجام رسیده',
    waiting: 'به انجام رسیده، در انتظار',
    awarded: 'داده‌شده',
    missed: 'از دست رفته',
    left: 'عضویت پایان یافته',
  },
  waitReason: { budget_exhausted: 'بودجه تمام شده است', cap_reached: 'سقف پر شده است' },
  noLinkReason: {
    not_open: 'کمپین باز نیست',
    not_enrolled: 'عضو نیست',
    restricted: 'معرف محدود شده است',
    programme: 'برای این برنامه نیست',
    region: 'در منطقهٔ معرف برقرار نیست',
    not_joined: 'هنوز نپیوسته',
    no_code: 'معرف کد دعوت ندارد',
  },
  joinRefusal: {
    not_enrolled: 'عضو نیست',
    inviter_restricted: 'معرف محدود شده است',
    campaign_not_joinable: 'کسی به این کمپین نمی‌پیوندد',
    campaign_not_open: 'کمپین باز نیست',
    campaign_region: 'در منطقهٔ معرف برقرار نیست',
    already_joined: 'پیش‌تر پیوسته است',
  },
};
