if vim.g.loaded_colight then
  return
end
vim.g.loaded_colight = true

if vim.fn.has('nvim-0.10') == 0 then
  vim.notify('colight: this takes Neovim 0.10 or later', vim.log.levels.WARN)
  return
end

-- Documents are Java; where there is a parser of it, it does for them too.
vim.treesitter.language.register('java', 'jsh')

local group = vim.api.nvim_create_augroup('colight', {})

vim.api.nvim_create_autocmd('FileType', {
  group = group,
  pattern = 'jsh',
  desc = 'start Colight Live',
  callback = function(event)
    require('colight.client').autostart(event.buf)
  end,
})

vim.api.nvim_create_autocmd('FileType', {
  group = group,
  pattern = 'java',
  desc = 'start Colight Live for files that say that they are live',
  callback = function(event)
    require('colight.programs').watch(event.buf)
  end,
})

vim.api.nvim_create_autocmd('LspAttach', {
  group = group,
  desc = 'follow the results of a document',
  callback = function(event)
    local client = vim.lsp.get_client_by_id(event.data.client_id)
    if client and client.name == 'colight' then
      require('colight.client').attached(client, event.buf)
      require('colight.programs').attached(event.buf)
    end
  end,
})

local function resized()
  require('colight.client').resized()
end
vim.api.nvim_create_autocmd({ 'WinResized', 'BufWinEnter' }, {
  group = group,
  desc = 'fit results to their windows',
  callback = vim.schedule_wrap(resized),
})
vim.api.nvim_create_autocmd('OptionSet', {
  group = group,
  pattern = { 'number', 'relativenumber', 'numberwidth', 'signcolumn', 'foldcolumn', 'wrap' },
  desc = 'fit results to their windows',
  callback = vim.schedule_wrap(resized),
})

require('colight.highlights').define()
vim.api.nvim_create_autocmd('ColorScheme', {
  group = group,
  callback = function()
    require('colight.highlights').define()
  end,
})

require('colight.commands').define()
