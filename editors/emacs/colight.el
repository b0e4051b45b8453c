;;; colight.el --- Live Java documents, by Eglot  -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "29.1"))

;;; Commentary:

;; Has Eglot start the server for `.jsh' files, and show results whenever there are new ones: by
;; itself Eglot asks for inlay hints after edits alone, and shows what it was answered until the
;; next.  That goes for all servers that Eglot talks to; those that never say that there is
;; something new do not notice.

;;; Code:

(require 'eglot)

(defvar colight-command
  (list (expand-file-name "../../colight" (file-name-directory (or load-file-name buffer-file-name)))
        "lsp")
  "What starts the server; or a host and a port, as in `eglot-server-programs'.")

(define-derived-mode jsh-mode java-mode "JShell"
  "Major mode for live documents of plain Java.")

;; CC Mode looks at text blocks outside of what Eglot narrows a buffer to while it applies edits.
(defun colight--widened (change &rest arguments)
  "Have CC Mode look at a CHANGE of a document with all that is around it."
  (if (derived-mode-p 'jsh-mode)
      (save-restriction (widen) (apply change arguments))
    (apply change arguments)))

(advice-add 'c-before-change :around #'colight--widened)
(advice-add 'c-after-change :around #'colight--widened)

(add-to-list 'auto-mode-alist '("\\.jsh\\'" . jsh-mode))
(add-to-list 'eglot-server-programs `(jsh-mode . ,(lambda (&rest _) colight-command)))

(cl-defmethod eglot-client-capabilities :around (_server)
  "Say that inlay hints are fetched anew when a server asks for that."
  (let ((all (cl-call-next-method)))
    (plist-put all :workspace
               (plist-put (plist-get all :workspace) :inlayHint '(:refreshSupport t)))))

;; Fetches the inlay hints of what is shown of all documents of a server anew.
(cl-defmethod eglot-handle-request (server (_ (eql workspace/inlayHint/refresh)) &rest _)
  (dolist (buffer (eglot--managed-buffers server))
    (eglot--when-live-buffer buffer
      (dolist (hook '(window-scroll-functions window-size-change-functions
                                              window-buffer-change-functions))
        (add-hook hook #'colight--moved nil t))
      (colight--fetch)))
  nil)

(defun colight--regions ()
  "Return the regions that windows show of this buffer, with a page above and below each."
  (let (regions)
    (dolist (window (get-buffer-window-list nil nil t))
      (let ((page (window-body-height window)))
        (save-excursion
          (push (cons (progn (goto-char (window-start window)) (pos-bol (- 1 page)))
                      (progn (goto-char (window-end window t)) (pos-eol (+ 1 page))))
                regions))))
    (sort regions #'car-less-than-car)))

(defun colight--fetch ()
  "Fetch the inlay hints of what windows show, and leave none of an older text elsewhere."
  (when eglot-inlay-hints-mode
    ;; While changes are not told, Eglot would keep the last of several requests only.
    (eglot--signal-textDocument/didChange)
    (eglot--widening
     (let ((end (point-min)))
       (pcase-dolist (`(,from . ,to) (colight--regions))
         (when (> to end)
           (remove-overlays end (max end from) 'eglot--inlay-hint t)
           (eglot--update-hints-1 (max end from) to)
           (setq end to)))
       (remove-overlays end (point-max) 'eglot--inlay-hint t)))))

(defvar-local colight--timer nil
  "Is to fetch what windows show of this buffer once they are drawn.")

(defun colight--moved (window &rest _)
  "Fetch the inlay hints of what WINDOW has come to show."
  (with-current-buffer (window-buffer window)
    (unless (memq colight--timer timer-list)
      (setq colight--timer
            (run-at-time 0 nil (lambda (buffer) (eglot--when-live-buffer buffer (colight--fetch)))
                         (current-buffer))))))

(defun colight--changed (from to _length)
  "Take away what stands beside the lines between FROM and TO, as it is of older text."
  ;; Eglot does not ask for the hints of a region that it has just asked for.
  (setq eglot--outstanding-inlay-hints-last-region nil)
  (remove-overlays (save-excursion (goto-char from) (line-beginning-position))
                   (save-excursion (goto-char to) (line-end-position))
                   'eglot--inlay-hint t))

(defun colight--managed ()
  "Watch for edits where Eglot is at work."
  (if (and (eglot-managed-p) (derived-mode-p 'jsh-mode))
      (add-hook 'after-change-functions #'colight--changed nil t)
    (remove-hook 'after-change-functions #'colight--changed t)))

(add-hook 'eglot-managed-mode-hook #'colight--managed)
(add-hook 'jsh-mode-hook #'eglot-ensure)

(provide 'colight)
;;; colight.el ends here
