--- Colight Live for Neovim. See |colight|.
local M = {}

--- Sets options; calling it is not needed where the defaults will do.
---@param options? table see |colight-setup|
function M.setup(options)
  local wrong = require('colight.config').set(options)
  for _, problem in ipairs(wrong) do
    vim.notify('colight: ' .. problem .. '; the defaults hold', vim.log.levels.ERROR)
  end
end

--- Returns what goes on in a document, in a few words, for a status line.
---@param buffer? integer
---@return string
function M.status(buffer)
  local document = require('colight.documents').get(buffer or vim.api.nvim_get_current_buf())
  if not document then
    return ''
  end
  return require('colight.phrases').status(document)
end

return M
