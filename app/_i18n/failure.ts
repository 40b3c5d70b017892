/**
 * What is said when nothing else can be: the messages and the person's language could not be loaded, so both languages
 * stand there. In a file of its own, because it travels with every page.
 */
export const failure = {
  vi: {
    title: 'Có lỗi ngoài dự kiến',
    hint: 'Những gì đã lưu vẫn còn; phần chưa lưu cần nhập lại.',
    retry: 'Thử lại',
  },
  en: {
    title: 'Something went wrong',
    hint: 'What was saved is kept; what was not saved must be entered again.',
    retry: 'Try again',
  },
} as const
