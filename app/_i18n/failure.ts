/**
 * What is said when nothing else can be, because a page failed. In a file of its own: it travels with every page, and
 * the messages with none.
 */
export const failure = {
  vi: {
    product: 'Sổ chỉ tiêu',
    title: 'Có lỗi ngoài dự kiến',
    hint: 'Những gì đã lưu vẫn còn; phần chưa lưu cần nhập lại.',
    retry: 'Thử lại',
    requestId: 'Mã lỗi',
    toOverview: 'Về tổng quan',
  },
  en: {
    product: 'Target Ledger',
    title: 'Something went wrong',
    hint: 'What was saved is kept; what was not saved must be entered again.',
    retry: 'Try again',
    requestId: 'Error id',
    toOverview: 'To the overview',
  },
} as const
